/** Measures the server on PostgreSQL against bare floors of the same run: `npm run bench:server -- --json FILE`. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Database, migrate, openDatabase } from '../../packages/server/src/index.ts'
import { startServerProcess } from '../faults/server-process.ts'
import { stockUp } from '../faults/target.ts'
import { startPostgres } from '../postgres.ts'
import { type DriveResult, drive, rawRequest } from './drive.ts'
import { startFloor } from './floor-process.ts'
import { overload } from './overload.ts'
import { cartRequests, catalogueRequest, expectAll, makeBuyers, orderRequests } from './shop-load.ts'

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    json: { type: 'string' },
    runs: { type: 'string' },
    orders: { type: 'string' },
    only: { type: 'string' },
    servers: { type: 'string' },
  },
})
if (values.help) {
  console.log(`npm run bench:server -- [options]

  --runs 3      medians are of so many runs
  --orders 2000 orders in each measurement of a run
  --only WORD   measures what has that word in its name, and its floors
  --servers 1   processes, of the shop's server as of the bare one
  --json FILE   writes the figures there

All on a PostgreSQL of its own with fsync on, 64 connections, on this machine's loopback.`)
  process.exit(0)
}
const runs = Number(values.runs ?? 3)
const only = values.only ?? ''
const orders = Number(values.orders ?? 2000)
const processes = Number(values.servers ?? 1)
const articles = 1000
const plenty = 1_000_000_000

/** What is measured, against which floor, and the goal for the ratio. */
const allGoals = [
  { what: 'cart operation', floor: 'cart statement', ratio: 0.45 },
  { what: 'one of 1 000 products', floor: 'hello', ratio: 0.4 },
  { what: 'the first page of 24', floor: 'hello', ratio: 0.4 },
  { what: 'order, many articles', floor: 'order statement', ratio: 0.4 },
  { what: 'order, one hot article', floor: 'three hot statements', ratio: 1.5, p99: 130 },
  { what: 'three times overload', floor: 'order, many articles', ratio: 0.8 },
  { what: 'sold out', floor: 'hello', ratio: 0.3 },
]
const goals = allGoals.filter(({ what }) => what.includes(only))
const wanted = new Set(goals.flatMap(({ what, floor }) => [what, floor]))

const postgres = await startPostgres()
const opened = await openDatabase({ url: postgres.url })
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
const database: Database = opened.value
await migrate(database)
const stock = Array.from({ length: articles }, (_, index) => [`s${index}`, plenty] as const)
await stockUp(database, { ...Object.fromEntries(stock), hot: plenty, gone: plenty })
const floors: Awaited<ReturnType<typeof startFloor>>[] = []
const servers: Awaited<ReturnType<typeof startServerProcess>>[] = []
for (let started = 0; started < processes; started += 1) {
  floors.push(await startFloor(postgres.url))
  servers.push(await startServerProcess({ url: postgres.url }))
}
const bareUrls = floors.map(({ url }) => url)
const urls = servers.map(({ url }) => url)
type Measured = Pick<DriveResult, 'perSecond' | 'p99' | 'statuses'>
const measured: Record<string, Measured[]> = {}

async function note(what: string, run: () => Promise<Measured>, allowed = ['200']): Promise<void> {
  if (!wanted.has(what)) return
  const result = await run()
  expectAll(result.statuses, allowed, what)
  measured[what] = [...(measured[what] ?? []), result]
  console.log(
    `  ${what.padEnd(24)}${result.perSecond.toFixed(0).padStart(7)}/s  p99 ${result.p99.toFixed(1)} ms` +
      (allowed.length > 1 ? `  ${JSON.stringify(result.statuses)}` : ''),
  )
}

for (let run = 1; run <= runs; run += 1) {
  console.log(`run ${run} of ${runs}`)
  const bare = (request: Buffer) => () => drive({ urls: bareUrls, requests: [request], milliseconds: 2000 })
  const carts = Array.from({ length: 500 }, () => rawRequest('POST', '/cart', { cartId: randomUUID() }))
  const body = { checkoutId: randomUUID(), contact: { name: 'Anna', phone: '+79161234567' } }
  await note('hello', bare(rawRequest('GET', '/hello')))
  await note('cart statement', () => drive({ urls: bareUrls, requests: carts, milliseconds: 2000 }))
  await note('order statement', bare(rawRequest('POST', '/order', body)))
  await note('three hot statements', bare(rawRequest('POST', '/hot', body)))

  const read = (paths: string[]) => () =>
    drive({ urls, requests: paths.map(catalogueRequest), milliseconds: 2000 })
  const everyProduct = Array.from({ length: articles }, (_, index) => `/products/s${(index * 7) % articles}`)
  await note('one of 1 000 products', read(everyProduct))
  await note('the first page of 24', read(['/products?limit=24']))
  const buyers = await makeBuyers(urls, 500)
  const taps = cartRequests(buyers, orders * 2, (index) => `s${(index * 7) % 5}-v`)
  await note('cart operation', () => drive({ urls, requests: taps }))
  await noteOrders('order, many articles', (index) => [`s${(index * 7) % articles}-v`])
  await noteOrders('order, one hot article', () => ['hot-v'])
  await noteOverload()
  if (!wanted.has('sold out')) continue
  const late = await orderRequests(urls, 200, () => ['gone-v'])
  await setStock(0)
  await note('sold out', () => drive({ urls, requests: late, milliseconds: 2000 }), ['409'])
  await setStock(plenty)
}

async function noteOrders(what: string, variantsOf: (index: number) => string[]): Promise<void> {
  if (!wanted.has(what)) return
  const requests = await orderRequests(urls, orders, variantsOf)
  await note(what, () => drive({ urls, requests }))
}

/** Goodput, when orders come three times as fast as they were placed before: what is refused is refused with 503. */
async function noteOverload(): Promise<void> {
  const what = 'three times overload'
  if (!wanted.has(what)) return
  const peak = measured['order, many articles']?.at(-1)?.perSecond ?? 0
  const requests = await orderRequests(urls, orders * 3, (index) => [`s${(index * 7) % articles}-v`])
  await note(what, () => overload(urls, requests, peak * 3), ['200', '503', 'cut'])
}

async function setStock(stock: number): Promise<void> {
  await database.kysely.updateTable('variants').set({ stock }).where('id', '=', 'gone-v').execute()
}

const median = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
const medians = Object.fromEntries(
  Object.entries(measured).map(([what, results]) => [
    what,
    {
      perSecond: Math.round(median(results.map(({ perSecond }) => perSecond))),
      p99: Number(median(results.map(({ p99 }) => p99)).toFixed(1)),
    },
  ]),
)
const ratios = goals.map((goal) => {
  const [mine, bare] = [medians[goal.what], medians[goal.floor]]
  const ratio = Number(((mine?.perSecond ?? 0) / (bare?.perSecond ?? 1)).toFixed(2))
  const reached = ratio >= goal.ratio && (goal.p99 === undefined || (mine?.p99 ?? 0) <= goal.p99)
  return { ...goal, ratio, goal: goal.ratio, perSecond: mine?.perSecond, p99: mine?.p99, reached }
})
console.log(
  `\nmedians of ${runs} runs, ${processes} server processes, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`,
)
for (const { what, floor: bare, ratio, goal, perSecond, p99, reached } of ratios) {
  console.log(
    `  ${reached ? '✓' : '✗'} ${what.padEnd(24)}${String(perSecond).padStart(7)}/s  p99 ${String(p99).padStart(6)} ms  ` +
      `${ratio} × ${bare} (${medians[bare]?.perSecond}/s), goal ${goal}`,
  )
}
if (values.json)
  await writeFile(values.json, `${JSON.stringify({ runs, orders, processes, medians, ratios }, null, 2)}\n`)
await Promise.all([...servers.map(({ end }) => end('SIGTERM')), ...floors.map(({ end }) => end())])
await database.close()
await postgres.stop()
process.exit(0)
