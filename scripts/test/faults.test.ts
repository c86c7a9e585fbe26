import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audit } from '../faults/audit.ts'
import { addOperation, cashOrder, httpBuyer, syncRequest } from '../faults/http-buyer.ts'
import { type Fault, startProxy } from '../faults/proxy.ts'
import { faultsOf, makeSchedule } from '../faults/schedule.ts'
import { startTarget, stockUp, type Target } from '../faults/target.ts'

let received = 0
const server = createServer((_request, response) => {
  received += 1
  response.end('0123456789'.repeat(100))
})
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => server.close())

/** What a client sees of one request, and how often the server saw it. */
async function through(fault: Fault): Promise<{ seen: string; arrived: number }> {
  const proxy = await startProxy(port, () => fault)
  received = 0
  const seen = await fetch(proxy.url, { method: 'POST', body: 'x', signal: AbortSignal.timeout(300) })
    .then(async (response) => `${response.status} ${(await response.text()).length}`)
    .catch((error: unknown) => (error instanceof Error ? error.name : 'error'))
  await new Promise((resolve) => setTimeout(resolve, 60))
  await proxy.close()
  return { seen, arrived: received }
}

test('the proxy does to a request what it is told', async () => {
  expect(await through({ kind: 'none' })).toEqual({ seen: '200 1000', arrived: 1 })
  expect(await through({ kind: 'slow', before: 5, after: 5 })).toEqual({ seen: '200 1000', arrived: 1 })
  expect(await through({ kind: 'reset', arrives: false })).toEqual({ seen: 'TypeError', arrived: 0 })
  expect(await through({ kind: 'reset', arrives: true })).toEqual({ seen: 'TypeError', arrived: 1 })
  expect(await through({ kind: 'cut', bytes: 40 })).toEqual({ seen: 'TypeError', arrived: 1 })
  expect(await through({ kind: 'twice' })).toEqual({ seen: '200 1000', arrived: 2 })
  expect(await through({ kind: 'again', after: 5 })).toEqual({ seen: '200 1000', arrived: 2 })
  expect(await through({ kind: 'status', status: 503, arrives: true })).toEqual({
    seen: '503 12',
    arrived: 1,
  })
  expect(await through({ kind: 'silence', arrives: false })).toEqual({ seen: 'TimeoutError', arrived: 0 })
})

test('the same seed makes the same schedule and the same faults', () => {
  const faults = (seed: number) => {
    const next = faultsOf({ seed, faultRate: 0.5 })
    return Array.from({ length: 50 }, next)
  }
  expect(makeSchedule(7)).toEqual(makeSchedule(7))
  expect(faults(7)).toEqual(faults(7))
  expect(makeSchedule(7)).not.toEqual(makeSchedule(8))
})

test('the audit finds what is wrong in the books', async () => {
  const target: Target = await startTarget('pglite', 1)
  const { database } = target
  const { kysely } = database
  await stockUp(database, { a: 10 })
  const buyer = await httpBuyer(`http://127.0.0.1:${target.port}`, 'somebody')
  const operation = addOperation('a-v', 3)
  await buyer.call('POST', '/cart', syncRequest([operation]))
  const quote = await buyer.call('POST', '/quote', { deliveryOptionId: 'courier' })
  const order = cashOrder(String(quote?.body.hash))
  await buyer.call('POST', '/orders', order, { key: order.checkoutId })
  const books = (patch: object = {}) =>
    audit(database, {
      buyers: ['somebody'],
      stock: new Map([['a-v', 10]]),
      confirmed: [order.checkoutId],
      applied: [operation.id],
      ...patch,
    })
  expect((await books()).problems).toEqual([])
  expect((await books({ confirmed: ['another'] })).problems).toHaveLength(1)
  expect((await books({ applied: ['another'] })).problems).toHaveLength(1)
  await kysely.updateTable('variants').set({ stock: 8 }).execute()
  expect((await books()).problems).toEqual(['a-v: 10 at first, 8 left and 3 sold'])
  await kysely.updateTable('variants').set({ stock: 7 }).execute()
  await kysely.updateTable('orders').set({ total: 1 }).execute()
  expect((await books()).problems).toHaveLength(1)
  await target.close()
}, 60_000)
