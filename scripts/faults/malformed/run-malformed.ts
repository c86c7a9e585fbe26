import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import * as schemas from '../../../packages/api/src/schemas.ts'
import { migrate, openDatabase } from '../../../packages/server/src/index.ts'
import { addOperation, cashOrder, type HttpBuyer, httpBuyer, syncRequest } from '../http-buyer.ts'
import { type ServerProcess, startServerProcess } from '../server-process.ts'
import { stockUp } from '../target.ts'
import { oddRequest, type Pass, type RouteName, routeNames } from './odd-request.ts'
import { type RawAnswer, type RawRequest, rawConnection } from './raw-connection.ts'

export interface MalformedOptions {
  /** How many requests each route gets. */
  each: number
  seed: number
  print?: (line: string) => void
}

export interface MalformedReport {
  problems: string[]
  /** Of each route, by the first digit of their status; `others` have none. */
  answers: Record<RouteName, Record<string, number>>
  /** Milliseconds of the slowest answer. */
  slowest: number
  /** Bytes by which the server's memory grew after a warm-up of a tenth as many requests. */
  growth: number
  seconds: number
}

/** No answer may take longer, in milliseconds. */
const longest = 1000
/** Measured: a server that only reads its catalogue varies by half of this. */
const mostGrowth = 64 * 1024 * 1024

/**
 * Sends every route what does not fit, over sockets, to a server process. Whatever it is, the answer is a success that
 * was deserved or a problem with a 4xx; it comes at once; and the server's memory stays as it is.
 */
export async function runMalformed({
  each,
  seed,
  print = () => {},
}: MalformedOptions): Promise<MalformedReport> {
  const started = Date.now()
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-malformed-'))
  await fill(folder)
  const server = await startServerProcess({ folder })
  const report: MalformedReport = { problems: [], answers: {} as never, slowest: 0, growth: 0, seconds: 0 }
  try {
    const buyer = await httpBuyer(server.url, 'malformed')
    const round = async (runs: number, from: number) => {
      const pass = await buy(buyer, report)
      // Whoever is forgotten has no session any more: that must not be the one that the other routes are tried with.
      const { token } = await httpBuyer(server.url, `leaving-${from}`)
      const run = (name: RouteName) => {
        const own = name === 'forget' ? { ...pass, token } : pass
        return runRoute({ name, pass: own, runs, seed: from, port: portOf(server) }, report)
      }
      await Promise.all(routeNames.map(run))
    }
    await round(Math.ceil(each / 10), seed + 1)
    const before = await server.health()
    print(`  warm: ${megabytes(before.bytes)} MB`)
    report.answers = {} as never
    await round(each, seed)
    await buy(buyer, report)
    const after = await server.health()
    report.growth = after.bytes - before.bytes
    print(`  in the end: ${megabytes(after.bytes)} MB`)
    if (report.growth > mostGrowth) report.problems.push(`the server grew by ${megabytes(report.growth)} MB`)
    if (after.faults > 0) report.problems.push(`${after.faults} faults of the server, told above`)
    if (after.strangers.length > 0) report.problems.push(`all objects have ${after.strangers.join(', ')}`)
  } finally {
    await server.end('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
  return { ...report, seconds: (Date.now() - started) / 1000 }
}

async function fill(folder: string): Promise<void> {
  const opened = await openDatabase({ folder })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  await stockUp(opened.value, { mug: null })
  await opened.value.close()
}

/** A good purchase, before and after: the server still does what it is there for. */
async function buy(buyer: HttpBuyer, { problems }: MalformedReport): Promise<Pass> {
  const { token, call } = buyer
  const variantId = 'mug-v'
  const tap = () => call('POST', '/cart', syncRequest([addOperation(variantId)]))
  const ask = () => call('POST', '/quote', { deliveryOptionId: 'courier' })
  await tap()
  const order = cashOrder(String((await ask())?.body.hash))
  const placed = await call('POST', '/orders', order, { key: order.checkoutId })
  if (placed?.status !== 200) problems.push(`a good order is answered with ${placed?.status ?? 'nothing'}`)
  await tap()
  const [first] = (placed?.body.orders ?? []) as { id: string }[]
  return { token, variantId, quoteHash: String((await ask())?.body.hash), orderId: String(first?.id) }
}

interface RouteRun {
  name: RouteName
  pass: Pass
  runs: number
  seed: number
  port: number
}

async function runRoute({ name, pass, runs, seed, port }: RouteRun, report: MalformedReport): Promise<void> {
  const counts: Record<string, number> = {}
  report.answers[name] = counts
  const connection = rawConnection(port)
  const property = fc.asyncProperty(oddRequest(name, pass), async (request) => {
    const first = await connection.send(request)
    // A busy machine is slow once; what makes the server slow does so again.
    const answer = first.milliseconds > longest ? await connection.send(request) : first
    const digit = answer.status === 0 ? 'none' : `${Math.floor(answer.status / 100)}xx`
    counts[digit] = (counts[digit] ?? 0) + 1
    report.slowest = Math.max(report.slowest, answer.milliseconds)
    const wrong = breach(name, request, answer)
    if (wrong) throw new Error(wrong)
  })
  const result = await fc.check(property, { numRuns: runs, seed, endOnFailure: false })
  connection.close()
  if (!result.failed) return
  const [request] = result.counterexample ?? []
  const reason = result.errorInstance instanceof Error ? result.errorInstance.message : 'failed'
  report.problems.push(
    `${name}, seed ${seed}, path ${result.counterexamplePath}: ${reason}\n  ${request ? written(request) : ''}`,
  )
}

/** What is wrong with an answer, if anything. */
function breach(name: RouteName, request: RawRequest, answer: RawAnswer): string | undefined {
  const { status, type, body, milliseconds } = answer
  const about = `${status} ${type} ${body.slice(0, 200)}`
  if (milliseconds > longest) return `answered after ${Math.round(milliseconds)} ms: ${about}`
  if (status >= 200 && status < 300) return deserved(name, request) ? undefined : `not deserved: ${about}`
  if (status === 304 || (status === 0 && request.framing === 'too-long')) return undefined
  if (status < 400 || status >= 500) return about
  if (type !== 'application/problem+json') return about
  return request.method === 'HEAD' || fits(schemas.problemSchema, body) ? undefined : about
}

const requestSchemas: Partial<Record<RouteName, Schema>> = {
  session: schemas.sessionRequestSchema,
  syncCart: schemas.cartSyncSchema,
  quote: schemas.quoteRequestSchema,
  placeOrder: schemas.orderRequestSchema,
}

/** A success is deserved by a body that fits, if its length is told truly; else nobody knows what was read. */
function deserved(name: RouteName, { method, body, framing }: RawRequest): boolean {
  const schema = requestSchemas[name]
  if (!schema || method !== 'POST' || (framing !== 'length' && framing !== 'chunks')) return true
  return fits(schema, body)
}

type Schema = (typeof schemas)[keyof typeof schemas]

function fits(schema: Schema, json: string | Uint8Array): boolean {
  try {
    const text = typeof json === 'string' ? json : new TextDecoder('utf-8', { fatal: true }).decode(json)
    const result = schema['~standard'].validate(JSON.parse(text))
    return !(result instanceof Promise) && result.issues === undefined
  } catch {
    return false
  }
}

function written({ body, ...rest }: RawRequest): string {
  return JSON.stringify({ ...rest, body: Buffer.from(body.subarray(0, 2000)).toString('latin1') })
}

function portOf({ url }: ServerProcess): number {
  return Number(new URL(url).port)
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
