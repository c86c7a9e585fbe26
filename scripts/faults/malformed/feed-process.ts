/** Imports hostile feeds into nothing, one after another, and tells of each: what `runHostileFeeds` starts. */
import type { CatalogueSink } from '../../../packages/server/src/catalogue-sink.ts'
import { importFeed } from '../../../packages/server/src/feed/index.ts'
import { hostileFeeds, largeFeed } from './hostile-feeds.ts'

export interface FeedResult {
  name: string
  /** Of processor time: the machine may be busy with something else. */
  milliseconds: number
  stopped: string | undefined
  taken: number
  /** What the import ended with that was no report. */
  thrown: string | undefined
}

export interface FeedResults {
  feeds: FeedResult[]
  large: FeedResult | undefined
  /** The most memory that was seen between two pieces of a feed, in bytes. */
  peak: number
  strangers: string[]
}

const megabytes = Number(process.argv[2] ?? 0)
// Not `resourceUsage().maxRSS`: on Linux that begins with what the parent had.
let peak = 0

async function take(name: string, bytes: Iterable<Uint8Array>): Promise<FeedResult> {
  const sink: CatalogueSink = {
    async saveCategories() {},
    async saveProduct() {},
    async flush() {},
    async finish() {},
  }
  async function* stream() {
    for (const piece of bytes) {
      peak = Math.max(peak, process.memoryUsage.rss())
      yield piece
    }
  }
  const before = process.cpuUsage()
  const result = await importFeed(stream(), sink).then(
    (report) => ({ stopped: report.stopped?.code, taken: report.offers.taken, thrown: undefined }),
    (error: unknown) => ({ stopped: undefined, taken: 0, thrown: String(error) }),
  )
  peak = Math.max(peak, process.memoryUsage.rss())
  const { user, system } = process.cpuUsage(before)
  return { name, milliseconds: (user + system) / 1000, ...result }
}

const feeds: FeedResult[] = []
for (const feed of hostileFeeds) feeds.push(await take(feed.name, feed.bytes()))
const large = megabytes > 0 ? await take('large', largeFeed(megabytes)) : undefined
const results: FeedResults = {
  feeds,
  large,
  peak,
  strangers: Object.keys(Object.prototype),
}
process.send?.(results)
