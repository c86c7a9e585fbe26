import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseSink } from '../catalogue/database-sink.ts'
import { ownSeller } from '../configuration/find-seller.ts'
import { type FeedNetwork, fetchFeed } from '../feed/fetch-feed.ts'
import { formatReport, importFeed } from '../feed/index.ts'
import type { CommandSetting } from './run-command.ts'
import { sentenceOf } from './sentence.ts'

export interface ImportCommandOptions {
  again: boolean
  /** Whose feed it is: one of the configuration's sellers; '' is the shop itself. */
  sellerId?: string
  /** Where an address leads; the internet when left out. */
  network?: FeedNetwork
}

/**
 * Takes a feed into the catalogue, from a file or an https address. One that was taken before is left alone unless it is
 * asked for `again`: its stock would bring back what was sold since.
 */
export async function importCommand(
  setting: CommandSetting,
  feed: string,
  { again, sellerId = ownSeller, network }: ImportCommandOptions,
): Promise<number> {
  const { id, sellers = [] } = setting.config.shop
  if (sellerId !== ownSeller && !sellers.some((seller) => seller.id === sellerId)) {
    const known = sellers.length > 0 ? sellers.map((seller) => seller.id).join(', ') : 'none'
    setting.world.printError(`${id} has no seller ${sellerId}; its configuration names: ${known}.`)
    return 1
  }
  const options = { again, sellerId }
  if (!isAddress(feed)) return importFile(setting, feed, options)
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-fetch-'))
  try {
    const path = join(folder, 'feed')
    const fetched = await fetchFeed(feed, { path, ...(network && { network }) })
    if (fetched.ok) return await importFile(setting, path, options)
    setting.world.printError(`The feed cannot be fetched: ${sentenceOf(fetched.error)}`)
    return 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether it is on the web; everything else is a file. */
export function isAddress(feed: string): boolean {
  return /^https?:/i.test(feed)
}

async function importFile(
  { world, config, database }: CommandSetting,
  feed: string,
  { again, sellerId }: { again: boolean; sellerId: string },
): Promise<number> {
  const hash = await hashOf(feed, sellerId)
  if (hash === undefined) {
    world.printError(`The feed ${feed} cannot be read.`)
    return 1
  }
  const key = { shop_id: config.shop.id, hash }
  const earlier = await database.kysely
    .selectFrom('feed_imports')
    .select('imported_at')
    .where('shop_id', '=', key.shop_id)
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (earlier && !again) {
    world.print(`Feed: unchanged since ${earlier.imported_at.toISOString()}`)
    return 0
  }
  const sink = databaseSink(database, config.shop, sellerId)
  const report = await importFeed(createReadStream(feed), sink, { currency: config.shop.currency })
  world.print(formatReport(report))
  if (report.stopped) return 1
  const imported = { imported_at: new Date() }
  await database.kysely
    .insertInto('feed_imports')
    .values({ ...key, ...imported })
    .onConflict((conflict) => conflict.columns(['shop_id', 'hash']).doUpdateSet(imported))
    .execute()
  return 0
}

/** Of the same file for another seller it is another. */
async function hashOf(path: string, sellerId: string): Promise<string | undefined> {
  const hash = createHash('sha256').update(sellerId)
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
