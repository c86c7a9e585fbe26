import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchFeed } from '../../../packages/server/src/feed/fetch-feed.ts'
import { feedInternet } from '../../../packages/server/test/feed/feed-internet.ts'
import { badAddresses, innerAddresses } from '../../../packages/server/test/feed/inner-addresses.ts'
import { rootFolder } from '../../workspace.ts'
import type { FeedResult, FeedResults } from './feed-process.ts'
import { hostileFeeds } from './hostile-feeds.ts'

export interface HostileFeedsReport {
  problems: string[]
  feeds: number
  addresses: number
  slowest: FeedResult
  /** The most memory of the process that read them, in bytes. */
  peak: number
}

/** Of processor time, in milliseconds. */
const longest = 2000
/** Megabytes that the reading process may use for its objects, or it dies. */
const heap = 64
const mostMemory = 200 * 1024 * 1024

/** Imports feeds that nobody means well with, then good ones of so many megabytes; then asks for feeds from inside. */
export async function runHostileFeeds(megabytes: number): Promise<HostileFeedsReport> {
  const { feeds, large, peak, strangers } = await importAll(megabytes)
  const problems = feeds.flatMap(wrongEnd)
  if (large && (large.stopped || large.thrown || large.taken !== megabytes * 1000))
    problems.push(`of ${megabytes * 1000} good offers ${large.taken} are taken`)
  if (peak > mostMemory) problems.push(`reading the feeds took ${Math.round(peak / 1024 / 1024)} MB`)
  if (strangers.length > 0) problems.push(`all objects have ${strangers.join(', ')}`)
  problems.push(...(await askInside()))
  const slowest = feeds.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one))
  const addresses = innerAddresses.length + badAddresses.length
  return { problems, feeds: feeds.length, addresses, slowest, peak }
}

function wrongEnd(result: FeedResult, index: number): string[] {
  const { name, stops, taken } = hostileFeeds[index] ?? {}
  const { stopped, thrown, milliseconds } = result
  const problems: string[] = []
  if (thrown) problems.push(thrown)
  if (milliseconds > longest) problems.push(`read for ${Math.round(milliseconds)} ms`)
  if (stops !== undefined && stopped !== stops) problems.push(`stopped by ${stopped}, not by ${stops}`)
  if (taken !== undefined && result.taken !== taken) problems.push(`${result.taken} taken, not ${taken}`)
  return problems.map((problem) => `the feed "${name}": ${problem}`)
}

function importAll(megabytes: number): Promise<FeedResults> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      '--max-semi-space-size=2',
      '--import',
      './scripts/bootstrap/end-with-parent.mjs',
      'scripts/faults/malformed/feed-process.ts',
      String(megabytes),
    ],
    { cwd: rootFolder, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as FeedResults))
    child.once('exit', () => reject(new Error('The process that reads hostile feeds ended without a word.')))
  })
}

/** Every address is asked for where all of them lead to one server, and that one must not be connected to. */
async function askInside(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-inside-'))
  const internet = await feedInternet((_, response) => response.end('secret'))
  const problems: string[] = []
  for (const address of [...innerAddresses, ...badAddresses]) {
    const result = await fetchFeed(address, { path: join(folder, 'feed'), network: internet })
    const refused = !result.ok && (result.error.code === 'inside' || result.error.code === 'bad-address')
    if (!refused) problems.push(`the address ${JSON.stringify(address)} is tried`)
  }
  if (internet.connections() > 0) problems.push(`${internet.connections()} connections to the inside`)
  await internet.close()
  await rm(folder, { recursive: true, force: true })
  return problems
}
