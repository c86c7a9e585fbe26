import type { CatalogueSink } from '../catalogue-sink.ts'
import { buildProduct } from './build-product.ts'
import { categoryTree, type RawCategory } from './category-tree.ts'
import { decodeFeed } from './decode-feed.ts'
import { type FeedReport, reportBuilder } from './feed-report.ts'
import { openGroups } from './open-groups.ts'
import { ownCopy } from './own-copy.ts'
import { type Offer, parseOffer } from './parse-offer.ts'
import type { RawOffer } from './raw-offer.ts'
import { readFeed } from './read-feed.ts'

export interface ImportFeedOptions {
  /** The shop's currency; offers in another one are refused. `RUB` when left out. */
  currency?: string
  /** The largest feed, unpacked, in bytes; 2 GB when left out. */
  maxBytes?: number
  /** How many problems the report holds; 200 when left out. Its counts are exact all the same. */
  maxProblems?: number
}

/**
 * Reads a YML feed (Yandex Market Language) into a catalogue. It streams: memory holds one piece of the file and the ids
 * seen; offers of groups, whose members may stand anywhere, wait in a temporary file. One bad offer never stops the others. A feed that
 * breaks is taken up to there and flushed; only one that was read to its end and had goods in it is finished, so
 * that a broken or empty file closes no shelf. Rejects only when the sink does.
 *
 * @example
 * const report = await importFeed(createReadStream('feed.xml'), sink, { currency: 'RUB' })
 * console.log(formatReport(report))
 */
export async function importFeed(
  stream: AsyncIterable<Uint8Array>,
  sink: CatalogueSink,
  { currency = 'RUB', maxBytes = 2_000_000_000, maxProblems = 200 }: ImportFeedOptions = {},
): Promise<FeedReport> {
  const { report, refuse, warn, stop } = reportBuilder(maxProblems)
  const groups = openGroups()
  const seen = new Set<string>()
  const rawCategories: RawCategory[] = []
  let known: Set<string> | undefined

  async function saveCategories(): Promise<Set<string>> {
    const categories = categoryTree(rawCategories, (line, finding) => warn({ line }, finding))
    report.categories = categories.length
    await sink.saveCategories(categories)
    return new Set(categories.map(({ id }) => id))
  }

  async function save(offers: readonly [Offer, ...Offer[]], categories: Set<string>): Promise<void> {
    const [first, ...rest] = offers.filter((offer) => {
      if (categories.has(offer.categoryId)) return true
      refuse({ line: offer.line, offer: offer.feedId }, { code: 'unknown-category', value: offer.categoryId })
      return false
    })
    if (!first) return
    const { product, told } = buildProduct([first, ...rest])
    if (!told) warn({ line: first.line, offer: first.feedId }, { code: 'same-options', value: product.title })
    await sink.saveProduct(product)
    report.products++
    report.variants += product.variants.length
    report.offers.taken += product.variants.length
  }

  async function take(raw: RawOffer): Promise<void> {
    const place = { line: raw.line, offer: raw.id }
    if (raw.id !== '' && seen.has(raw.id)) return refuse(place, { code: 'duplicate-id', value: raw.id })
    const parsed = parseOffer(raw, currency, (finding) => warn(place, finding))
    if (!parsed.ok) return refuse(place, parsed.error)
    const offer: Offer = { ...parsed.value, position: seen.size }
    seen.add(ownCopy(raw.id))
    // Categories stand before the offers; in a feed that has them elsewhere, everything waits for its end.
    if (known === undefined && rawCategories.length > 0) known = await saveCategories()
    if (known && offer.groupId === '') await save([offer], known)
    else groups.add(offer)
  }

  try {
    for await (const entry of readFeed(decodeFeed(stream, maxBytes))) {
      if (entry.kind === 'category') rawCategories.push(entry.category)
      else if (entry.kind === 'offer') await take(entry.offer)
      else {
        if (entry.offer !== undefined) report.offers.refused++
        stop(entry, entry.finding)
      }
    }
    known ??= await saveCategories()
    for (const group of groups.drain()) await save(group, known)
  } finally {
    groups.close()
  }
  if (!report.stopped && report.products === 0) stop({ line: 1 }, { code: 'no-offers' })
  await (report.stopped ? sink.flush() : sink.finish())
  return report
}
