/** What a cart sends, when it sends it, and what it does with the answers. */
import { expect, test } from 'vitest'
import {
  type CartOperation,
  fail,
  type Merchant,
  type MerchantFailure,
  ok,
  type Product,
  type Storage,
} from '../src/index.ts'
import { manualClock, memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage } from './page.ts'

const [mug, shirt] = sampleProducts as [Product, Product]
const mugVariant = mug.variants[0]!
const shirtS = shirt.variants[0]!

/** A server whose answers to a cart can be held, replaced and counted. */
function watched() {
  const sent: CartOperation[][] = []
  const state = {
    failure: undefined as MerchantFailure | undefined,
    hold: false,
    release: [] as (() => void)[],
  }
  const wrap = (merchant: Merchant): Merchant => ({
    ...merchant,
    async syncCart(sync) {
      sent.push(sync.operations)
      if (state.hold) await new Promise<void>((resolve) => state.release.push(resolve))
      return state.failure ? fail(state.failure) : merchant.syncCart(sync)
    },
  })
  const kinds = () => sent.map((operations) => operations.map(({ kind }) => kind))
  return { sent, state, wrap, kinds }
}

const storedLog = (values: Map<string, string>) => JSON.parse(values.get('vitrina_shop_1_cart') ?? 'null')

test('carries at most fifty operations in a request', async () => {
  const server = watched()
  server.state.failure = { code: 'offline' }
  const { shop, clock, network } = await openPage(server)
  for (let tap = 0; tap < 120; tap += 1) shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  server.sent.length = 0
  server.state.failure = undefined
  network.wake()
  await clock.pass(0)
  expect(server.sent.map(({ length }) => length)).toEqual([50, 50, 20])
  expect(shop.cart.getState()).toMatchObject({ count: 120, pending: 0 })
})

test('replaces a quantity that has not left, and follows one that has', async () => {
  const server = watched()
  const { shop, clock } = await openPage(server)
  shop.cart.add(mug, mugVariant, 5)
  await clock.pass(0)
  server.sent.length = 0
  server.state.hold = true
  shop.cart.setQuantity('mug-1', 2)
  expect(shop.cart.getState()).toMatchObject({ count: 2, pending: 1 })
  shop.cart.setQuantity('mug-1', 3)
  shop.cart.setQuantity('mug-1', 4)
  expect(shop.cart.getState()).toMatchObject({ count: 4, pending: 2 })
  shop.cart.remove('mug-1')
  expect(shop.cart.getState()).toMatchObject({ count: 0, pending: 2 })
  server.state.hold = false
  for (const release of server.state.release) release()
  await clock.pass(0)
  expect(server.kinds()).toEqual([['set-quantity'], ['remove']])
})

test('sends what was added before what was made of it', async () => {
  const server = watched()
  server.state.failure = { code: 'offline' }
  const { shop, clock, network } = await openPage(server)
  shop.cart.add(mug, mugVariant)
  shop.cart.setQuantity('mug-1', 3)
  shop.cart.add(mug, mugVariant)
  shop.cart.applyPromo('TEN')
  shop.cart.applyPromo('FREE')
  await clock.pass(0)
  server.sent.length = 0
  server.state.failure = undefined
  network.wake()
  await clock.pass(0)
  expect(server.kinds()).toEqual([['add', 'set-quantity', 'add', 'apply-promo', 'apply-promo']])
  expect(shop.cart.getState().count).toBe(4)
})

test('a quantity that was replaced is stored no more', async () => {
  const server = watched()
  const values = new Map<string, string>()
  const { shop, clock } = await openPage({ ...server, values })
  shop.cart.add(mug, mugVariant, 5)
  await clock.pass(0)
  server.state.failure = { code: 'unauthorized', reason: 'expired' }
  shop.cart.setQuantity('mug-1', 2)
  await clock.pass(10)
  shop.cart.setQuantity('mug-1', 3)
  await clock.pass(10)
  const { pending, acknowledged } = storedLog(values)
  expect(pending).toHaveLength(1)
  expect(pending[0].operation).toMatchObject({ kind: 'set-quantity', quantity: 3 })
  expect(acknowledged).toEqual([])
})

test('changes nothing about what is not in the cart', async () => {
  const { shop } = await openPage()
  shop.cart.setQuantity('mug-1', 2)
  shop.cart.remove('mug-1')
  expect(shop.cart.getState()).toMatchObject({ pending: 0, lines: [], count: 0, subtotal: null })
})

test('takes up to 999 pieces, and says what is wrong with more', async () => {
  const { shop } = await openPage()
  shop.cart.add(mug, mugVariant, 999)
  expect(shop.cart.getState().count).toBe(999)
  expect(() => shop.cart.setQuantity('mug-1', 1000)).toThrow('not 1000')
})

test('draws a line with the picture of its variant, or else of the product', async () => {
  const { shop } = await openPage()
  const own = { ...mugVariant, id: 'own', picture: { url: 'own.webp' } }
  shop.cart.add({ ...mug, pictures: [{ url: 'mug.webp' }] }, mugVariant)
  shop.cart.add({ ...mug, pictures: [{ url: 'mug.webp' }] }, own)
  expect(shop.cart.getState().lines.map(({ picture }) => picture?.url)).toEqual(['mug.webp', 'own.webp'])
})

test('a success ends the waiting for another try', async () => {
  const server = watched()
  const { shop, clock, network } = await openPage(server)
  server.state.failure = { code: 'timeout' }
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  server.state.failure = undefined
  network.wake()
  await clock.pass(0)
  server.sent.length = 0
  await clock.pass(600_000)
  expect(server.sent).toEqual([])
})

test('tries again by itself, not before the server wants it, and not where it would be no use', async () => {
  const server = watched()
  const { shop, clock } = await openPage(server)
  server.state.failure = { code: 'unavailable', retryAfter: 60 }
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  server.sent.length = 0
  await clock.pass(59_000)
  expect(server.sent).toEqual([])
  server.state.failure = { code: 'unauthorized', reason: 'expired' }
  await clock.pass(2_000)
  expect(server.sent).toHaveLength(1)
  expect(shop.cart.getState()).toMatchObject({ pending: 1, failure: { code: 'unauthorized' } })
  await clock.pass(3_600_000)
  expect(server.sent).toHaveLength(1)
})

test('asks again for a cart that it never got', async () => {
  const server = watched()
  server.state.failure = { code: 'timeout' }
  const { shop, clock } = await openPage(server)
  expect(shop.cart.getState()).toMatchObject({ status: 'loading', failure: { code: 'timeout' } })
  server.state.failure = undefined
  await clock.pass(60_000)
  expect(shop.cart.getState()).toMatchObject({ status: 'ready', failure: null })
})

test('does nothing any more once it is stopped', async () => {
  const server = watched()
  const { shop, clock, network } = await openPage(server)
  server.state.failure = { code: 'timeout' }
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  shop.stop()
  server.sent.length = 0
  network.wake()
  await clock.pass(600_000)
  expect(server.sent).toEqual([])
})

test('an answer that comes after the stop breaks nothing', async () => {
  const server = watched()
  const { shop, clock } = await openPage(server)
  server.state.hold = true
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  shop.stop()
  for (const release of server.state.release) release()
  await clock.pass(0)
  expect(shop.cart.getState()).toMatchObject({ count: 1, pending: 0 })
})

test('is drained at once when the server has everything', async () => {
  const server = watched()
  const { shop } = await openPage(server)
  server.sent.length = 0
  expect(await shop.cart.drained()).toEqual(ok(undefined))
  expect(server.sent).toEqual([])
})

test('is drained when the answer to the last operation is there, not before', async () => {
  const server = watched()
  const { shop, clock } = await openPage(server)
  server.state.hold = true
  shop.cart.add(mug, mugVariant)
  const seen: unknown[] = []
  void shop.cart.drained().then((result) => seen.push(result))
  await clock.pass(0)
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  expect(seen).toEqual([])
  server.state.hold = false
  for (const release of server.state.release) release()
  await clock.pass(0)
  expect(seen).toEqual([ok(undefined)])
  expect(server.sent.flat()).toHaveLength(2)
})

test('a drain tries what has failed before, and tells when it fails again', async () => {
  const server = watched()
  server.state.failure = { code: 'unauthorized', reason: 'expired' }
  const { shop, clock } = await openPage(server)
  server.sent.length = 0
  expect(await shop.cart.drained()).toMatchObject({ ok: false, error: { code: 'unauthorized' } })
  expect(server.sent).toEqual([[]])
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  server.state.failure = undefined
  expect(await shop.cart.drained()).toEqual(ok(undefined))
  expect(shop.cart.getState()).toMatchObject({ pending: 0, count: 1 })
})

test('goes on when the server takes a part, and stops when it takes nothing', async () => {
  const state = { most: 1, calls: 0 }
  const wrap = (merchant: Merchant): Merchant => ({
    ...merchant,
    syncCart(sync) {
      state.calls += 1
      return merchant.syncCart({ ...sync, operations: sync.operations.slice(0, state.most) })
    },
  })
  const { shop, clock } = await openPage({ wrap })
  for (const quantity of [1, 2, 3]) shop.cart.add(mug, mugVariant, quantity)
  await clock.pass(0)
  expect(shop.cart.getState()).toMatchObject({ count: 6, pending: 0, failure: null })
  state.most = 0
  state.calls = 0
  shop.cart.add(mug, mugVariant)
  await clock.pass(600_000)
  expect(state.calls).toBe(1)
  const failure = { code: 'unknown', reason: 'nothing-applied' }
  expect(shop.cart.getState()).toMatchObject({ count: 7, pending: 1, failure })
})

test('tells a notice once, however often the server says it, and never again once it was seen', async () => {
  const notice = (id: string) => ({ id, variantId: 'mug-1', title: 'Mug', code: 'gone' as const })
  const wrap = (merchant: Merchant): Merchant => ({
    ...merchant,
    async syncCart(sync) {
      const answer = await merchant.syncCart(sync)
      return answer.ok ? ok({ ...answer.value, adjustments: [notice('one'), notice('two')] }) : answer
    },
  })
  const { shop, clock } = await openPage({ wrap })
  const shown = () => shop.cart.getState().adjustments.map(({ id }) => id)
  shop.cart.refresh()
  await clock.pass(0)
  expect(shown()).toEqual(['one', 'two'])
  shop.cart.acknowledge('one')
  expect(shown()).toEqual(['two'])
  shop.cart.refresh()
  await clock.pass(0)
  expect(shown()).toEqual(['two'])
})

/** A server that refuses operations on shirts, or codes. */
function refusing(issuesFor: (index: number) => { path: string; message: string }[]) {
  return (merchant: Merchant): Merchant => ({
    ...merchant,
    async syncCart(sync) {
      const index = sync.operations.findIndex(
        (operation) => 'code' in operation || operation.variantId === shirtS.id,
      )
      return index < 0 ? merchant.syncCart(sync) : fail({ code: 'invalid', issues: issuesFor(index) })
    },
  })
}

test('names what the server refused and why, sends the rest, and does not store it', async () => {
  const values = new Map<string, string>()
  const issuesFor = (index: number) => [{ path: `operations.${index}.quantity`, message: 'too odd' }]
  const { shop, clock, reload } = await openPage({ values, wrap: refusing(issuesFor) })
  for (let tap = 0; tap < 13; tap += 1) shop.cart.add(mug, mugVariant)
  shop.cart.add(shirt, shirtS)
  shop.cart.applyPromo('TEN')
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  expect(shop.cart.getState()).toMatchObject({ count: 14, pending: 0, promoCodes: [] })
  expect(shop.cart.getState().adjustments).toMatchObject([
    { code: 'refused', title: shirt.title, reason: 'too odd' },
    { code: 'refused', title: 'TEN', reason: 'too odd' },
  ])
  expect(storedLog(values)).toEqual({ pending: [], acknowledged: [] })
  expect((await reload()).shop.cart.getState()).toMatchObject({ count: 14, pending: 0 })
})

test.each([
  ['says nothing', []],
  ['names something else', [{ path: 'cartId', message: '' }]],
  ['names an operation that was not sent', [{ path: 'operations.7', message: '' }]],
  ['names one in other words', [{ path: 'body.operations.1', message: '' }]],
])('drops the first operation where the server %s', async (_, issues) => {
  const server = watched()
  server.state.failure = { code: 'offline' }
  const { shop, clock, network } = await openPage(server)
  shop.cart.add(shirt, shirtS)
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  server.state.failure = { code: 'invalid', issues }
  server.state.hold = true
  network.wake()
  await clock.pass(0)
  server.state.release[0]?.()
  await clock.pass(0)
  expect(shop.cart.getState().adjustments).toMatchObject([
    { code: 'refused', title: shirt.title, reason: '' },
  ])
  expect(shop.cart.getState().lines).toMatchObject([{ variantId: 'mug-1' }])
})

test('sends what an earlier page left when storage is slower than the server', async () => {
  const clock = manualClock()
  const values = new Map<string, string>()
  const merchant = memoryMerchant({ fault: () => ({ code: 'offline' }) })
  const earlier = await openPage({ merchant, values, clock })
  earlier.shop.cart.add(mug, mugVariant, 2)
  await clock.pass(0)
  earlier.shop.stop()
  const slow: Storage = {
    async get(key) {
      await new Promise<void>((resolve) => clock.after(500, resolve))
      return ok(values.get(key))
    },
    async set(key, value) {
      if (value !== undefined) values.set(key, value)
      return ok(undefined)
    },
  }
  const server = watched()
  const { shop } = await openPage({ clock, host: { storage: slow }, wrap: server.wrap })
  shop.cart.add(shirt, shirtS)
  await clock.pass(2000)
  expect(shop.cart.getState()).toMatchObject({ count: 3, pending: 0 })
  expect(server.sent.flat()).toHaveLength(2)
})
