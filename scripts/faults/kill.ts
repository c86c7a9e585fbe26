import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '../../packages/core/src/memory.ts'
import { type DatabaseLocation, migrate, openDatabase } from '../../packages/server/src/index.ts'
import { startPostgres } from '../postgres.ts'
import { audit } from './audit.ts'
import { addOperation, cashOrder, type HttpBuyer, httpBuyer, syncRequest } from './http-buyer.ts'
import { startServerProcess } from './server-process.ts'
import { type DatabaseKind, stockUp } from './target.ts'

export interface KillOptions {
  times: number
  seed: number
  db: DatabaseKind
  print?: (line: string) => void
}

export interface KillReport {
  problems: string[]
  /** Milliseconds from the kill to the first answer of the next server, sorted. */
  back: number[]
  /** Milliseconds until a second process is refused the folder, sorted; PGlite only. */
  refused: number[]
  operations: number
  orders: number
}

const variants = Array.from({ length: 20 }, (_, index) => `k${index}`)
const pieces = 1_000_000

/** Kills the server without a word while people buy, again and again, and counts what it had promised. */
export async function runKill({ times, seed, db, print = () => {} }: KillOptions): Promise<KillReport> {
  const random = seededRandom(seed)
  const { location, remove } = await place(db)
  await withDatabase(location, async (database) => {
    await migrate(database)
    await stockUp(database, Object.fromEntries(variants.map((id) => [id, pieces])))
  })
  let server = await startServerProcess(location)
  const { url } = server
  const promised: Promised = { applied: [], confirmed: [], over: false }
  const buyers = await Promise.all(Array.from({ length: 8 }, (_, index) => httpBuyer(url, `kill-${index}`)))
  const shopping = buyers.map((buyer) => goShopping(buyer, random, promised))
  const report: KillReport = { problems: [], back: [], refused: [], operations: 0, orders: 0 }
  for (let time = 1; time <= times; time += 1) {
    await pause(50 + random() * 300)
    if ('object' === typeof location && 'folder' in location && time % 5 === 1)
      report.refused.push(await secondOpener(location, report.problems))
    const killed = Date.now()
    await server.end('SIGKILL')
    server = await startServerProcess(location, Number(new URL(url).port))
    while (!(await answers(url)) && Date.now() < killed + 30_000) await pause(5)
    report.back.push(Date.now() - killed)
    if (time % 25 === 0) print(`  ${time} of ${times} kills, ${promised.confirmed.length} orders`)
  }
  await pause(200)
  promised.over = true
  await Promise.all(shopping)
  await server.end('SIGTERM')
  await withDatabase(location, async (database) => {
    const stock = new Map(variants.map((id) => [`${id}-v`, pieces]))
    const books = await audit(database, { buyers: buyers.map(({ id }) => id), stock, ...promised })
    report.problems.push(...books.problems)
  })
  await remove()
  report.back.sort((a, b) => a - b)
  report.refused.sort((a, b) => a - b)
  if ((report.back.at(-1) ?? 0) > 5000) report.problems.push(`back only after ${report.back.at(-1)} ms`)
  if ((report.refused.at(-1) ?? 0) > 1000)
    report.problems.push(`refused only after ${report.refused.at(-1)} ms`)
  return { ...report, operations: promised.applied.length, orders: promised.confirmed.length }
}

interface Promised {
  applied: string[]
  confirmed: string[]
  over: boolean
}

/** Adds and orders for ever, remembering what was acknowledged; an order of unknown outcome is sent again. */
async function goShopping(buyer: HttpBuyer, random: () => number, promised: Promised): Promise<void> {
  while (!promised.over) {
    const operations = Array.from({ length: 2 }, () =>
      addOperation(`${variants[Math.floor(random() * variants.length)]}-v`),
    )
    const synced = await buyer.call('POST', '/cart', syncRequest(operations))
    if (synced?.status === 200) promised.applied.push(...(synced.body.applied ?? []))
    else await pause(20)
    const quote = await buyer.call('POST', '/quote', { deliveryOptionId: 'courier' })
    if (quote?.status !== 200) continue
    const order = cashOrder(String(quote.body.hash), randomUUID())
    for (let known = false; !known && !promised.over; ) {
      const placed = await buyer.call('POST', '/orders', order, { key: order.checkoutId })
      if (placed?.status === 200) promised.confirmed.push(order.checkoutId)
      known = placed !== null && placed.status < 500
      if (!known) await pause(20)
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/v1/shops/faults/products?limit=1`).catch(() => null)
  return answer?.status === 200
}

async function secondOpener(location: { folder: string }, problems: string[]): Promise<number> {
  const started = Date.now()
  const opened = await openDatabase(location)
  if (opened.ok) {
    problems.push('a second process could open the folder')
    await opened.value.close()
  } else if (opened.error.code !== 'locked') problems.push(`the second was told ${opened.error.code}`)
  return Date.now() - started
}

async function withDatabase(
  location: DatabaseLocation,
  use: (database: Extract<Awaited<ReturnType<typeof openDatabase>>, { ok: true }>['value']) => Promise<void>,
): Promise<void> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await use(opened.value).finally(() => opened.value.close())
}

async function place(db: DatabaseKind): Promise<{ location: DatabaseLocation; remove(): Promise<void> }> {
  if (db === 'postgres') {
    const postgres = await startPostgres()
    return { location: { url: postgres.url }, remove: postgres.stop }
  }
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-kill-'))
  return { location: { folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}
