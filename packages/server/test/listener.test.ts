import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { problemSchema } from '@vitrina/api/schemas'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../src/index.ts'
import { createListener } from '../src/listener.ts'
import { openOne } from './each-database.ts'
import { openShop, product, type TestShop } from './open-shop.ts'

let database: Database
let shop: TestShop
const listener = createListener({
  answer: (request, address) => shop.server.fetch(request, { address }),
  onError: (error) => shop.faults.push(error),
})
beforeAll(async () => {
  database = await openOne()
  shop = await openShop(database, { products: [product('mug')] })
  await once(listener.listen(0, '127.0.0.1'), 'listening')
}, 60_000)
afterAll(async () => {
  listener.closeAllConnections()
  listener.close()
  await database?.close()
})

/** Sends bytes, and reads until the other side closes. */
async function exchange(bytes: string): Promise<string> {
  const socket = connect((listener.address() as AddressInfo).port, '127.0.0.1')
  socket.setTimeout(5000, () => socket.destroy())
  socket.write(bytes, 'latin1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  socket.on('error', () => {})
  await once(socket, 'close')
  return received
}

const path = () => `/v1/shops/${shop.shop.id}/products`
const host = 'host: x\r\nconnection: close\r\n'

test.each([
  ['another protocol', () => '\x16\x03\x01\x02\x00\x01\x00', 400],
  ['a method that is none', () => `BREW ${path()} HTTP/1.1\r\n${host}\r\n`, 400],
  ['a tunnel', () => `CONNECT inside:22 HTTP/1.1\r\n${host}\r\n`, 400],
  ['no host', () => `GET ${path()} HTTP/1.1\r\nconnection: close\r\n\r\n`, 400],
  ['a host that is none', () => `GET ${path()} HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n`, 400],
  ['an address that is none', () => `GET http://[::1${path()} HTTP/1.1\r\n${host}\r\n`, 400],
  ['an address without a slash', () => `GET * HTTP/1.1\r\n${host}\r\n`, 400],
  ['a header that is none', () => `GET ${path()} HTTP/1.1\r\n${host}bad name: x\r\n\r\n`, 400],
  ['too many headers', () => `GET ${path()} HTTP/1.1\r\n${host}x: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
  ['a length that is none', () => `POST ${path()} HTTP/1.1\r\n${host}content-length: -1\r\n\r\n`, 400],
  [
    'two lengths',
    () =>
      `POST ${path()} HTTP/1.1\r\n${host}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
])('answers %s with a problem', async (_, bytes, status) => {
  const [head = '', body = ''] = (await exchange(bytes())).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  expect(v.parse(problemSchema, JSON.parse(body.replace(/^[0-9a-f]+\r\n|\r\n0$/g, '')))).toMatchObject({
    status,
    code: 'invalid',
  })
})

test('refuses nobody for an expectation that it does not know', async () => {
  const answer = await exchange(`GET ${path()} HTTP/1.1\r\n${host}expect: the best\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
})

test('answers what came before the bytes that it cannot read', async () => {
  const good = `GET ${path()} HTTP/1.1\r\nhost: x\r\n\r\n`
  const socket = connect((listener.address() as AddressInfo).port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
    if (received.endsWith('}')) socket.write('\0\r\n\r\n')
  })
  socket.write(good)
  await once(socket, 'close')
  expect(received.split(/HTTP\/1\.1 (?=\d)/).map((answer) => answer.slice(0, 3))).toEqual(['', '200', '400'])
})

test('takes a client that goes away in the middle for no fault of the server', async () => {
  shop.faults.splice(0)
  const { token } = await shop.buyer()
  const socket = connect((listener.address() as AddressInfo).port, '127.0.0.1')
  socket.write(
    `POST /v1/shops/${shop.shop.id}/cart HTTP/1.1\r\n${host}authorization: Bearer ${token}\r\n` +
      'content-type: application/json\r\ncontent-length: 100\r\n\r\n{"cartId":',
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(shop.faults).toEqual([])
})
