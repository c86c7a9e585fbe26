import { readdir, readFile } from 'node:fs/promises'
import { type Order, type OrderState, orderMoves } from '@vitrina/core'
import { expect, test } from 'vitest'
import { auditShop, type Database } from '../src/index.ts'
import { cancelOrder } from '../src/orders/cancel-order.ts'
import { moveOrder } from '../src/orders/move-order.ts'
import { cardOrder, notify, orderNow, paymentRows, settled, start, submit } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { type Buyer, openShop, product, rub, type TestShop } from './open-shop.ts'

const hour = 3_600_000
const initialStock = { 'mug-v': 5 }

const cancel = (buyer: Buyer, { id }: Order) => buyer.request('POST', `/orders/${id}/cancel`, {})

async function stockOf(database: Database, { shop }: TestShop): Promise<number | null> {
  const rows = database.kysely.selectFrom('variants').select('stock').where('shop_id', '=', shop.id)
  return (await rows.executeTakeFirstOrThrow()).stock
}

const audit = (database: Database, { shop }: TestShop) => auditShop(database, shop.id, { initialStock })

test('one place only changes the state of an order', async () => {
  const folder = new URL('../src/', import.meta.url)
  const names = await readdir(folder, { recursive: true })
  const writers: string[] = []
  for (const name of names.filter((each) => each.endsWith('.ts'))) {
    const text = await readFile(new URL(name, folder), 'utf8')
    // What a write to orders sets stands up to its condition.
    const writes = text.split(/updateTable\('orders'\)|update orders/i).slice(1)
    if (writes.some((write) => /\bstate\b/.test(write.split(/\bwhere\b/i)[0] ?? ''))) writers.push(name)
  }
  expect(writers).toEqual(['orders/move-order.ts'])
})

onEachDatabase((database) => {
  test('an order moves along the table of moves and nowhere else', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const { id: orderId } = await buyer.placed()
    const key = { shopId: shop.shop.id, orderId }
    const { kysely } = database()
    const states = Object.keys(orderMoves) as OrderState[]
    for (const from of states) {
      for (const to of states) {
        await kysely.updateTable('orders').set({ state: from }).where('id', '=', orderId).execute()
        await kysely.deleteFrom('order_moves').where('order_id', '=', orderId).execute()
        const moved = await moveOrder(kysely, key, { to, at: new Date() })
        expect([from, to, moved]).toEqual([from, to, orderMoves[from].includes(to)])
        expect((await orderNow(buyer, { id: orderId })).state).toBe(moved ? to : from)
      }
    }
  })

  test('the buyer cancels an order, and its stock is back', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 2)
    const order = await buyer.placed()
    expect(await stockOf(database(), shop)).toBe(3)
    const { status, body } = await cancel(buyer, order)
    expect(status).toBe(200)
    expect(body).toEqual({ ...order, state: 'cancelled', cancelReason: 'buyer' })
    expect((await cancel(buyer, order)).body).toEqual(body)
    expect(await stockOf(database(), shop)).toBe(5)
    expect(await audit(database(), shop)).toEqual([])
  })

  test('ten cancellations and an expiry at once give the stock back once', async () => {
    const { shop, buyer, order } = await cardOrder(database())
    shop.clock.advance(2 * hour)
    const again = await shop.buyer(buyer.id)
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => cancel(again, order)),
      shop.server.sweep(),
      shop.server.sweep(),
    ])
    expect(answers.slice(0, 10).map((answer) => answer?.status)).toEqual(Array(10).fill(200))
    expect(await stockOf(database(), shop)).toBe(5)
    expect(await audit(database(), shop)).toEqual([])
    expect(shop.faults).toEqual([])
  })

  test('an order on its way is not cancelled', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 2)
    const order = await buyer.placed()
    const key = { shopId: shop.shop.id, orderId: order.id }
    await moveOrder(database().kysely, key, { to: 'shipped', at: new Date() })
    const { status, body } = await cancel(buyer, order)
    expect([status, body.code]).toEqual([409, 'not-cancellable'])
    expect(await stockOf(database(), shop)).toBe(3)
  })

  test('another buyer cannot cancel it, nor learn that it is there', async () => {
    const { shop, buyer, order } = await cardOrder(database())
    const { status, body } = await cancel(await shop.buyer(), order)
    expect([status, body.code]).toEqual([404, 'not-found'])
    expect((await orderNow(buyer, order)).state).toBe('awaiting-payment')
  })

  test('an unpaid card order expires after an hour, not before', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    shop.clock.advance(hour - 1000)
    await shop.server.sweep()
    expect(await stockOf(database(), shop)).toBe(4)
    shop.clock.advance(1000)
    await shop.server.sweep()
    const returned = await shop.buyer(buyer.id)
    expect(await orderNow(returned, order)).toMatchObject({ state: 'cancelled', cancelReason: 'expired' })
    expect(await stockOf(database(), shop)).toBe(5)
    const paying = await returned.request('POST', `/orders/${order.id}/payments`, {})
    expect([paying.status, paying.body.code]).toEqual([409, 'not-payable'])
    expect(payment.state).toBe('pending')
    expect(await audit(database(), shop)).toEqual([])
  })

  test('a shop sets how long it waits, and cash never expires', async () => {
    const { shop, order, buyer } = await cardOrder(database(), {}, { unpaidMinutes: 5 })
    await buyer.put('mug-v', 1)
    const cash = await buyer.placed()
    shop.clock.advance(6 * 60_000)
    await shop.server.sweep()
    expect((await orderNow(buyer, order)).state).toBe('cancelled')
    shop.clock.advance(20 * 60_000)
    await shop.server.sweep()
    expect((await orderNow(buyer, cash)).state).toBe('confirmed')
  })

  test('asks the acquirer before an order expires: money that moved confirms it', async () => {
    const lost: typeof fetch = async () => Promise.reject(new TypeError('fetch failed'))
    const { shop, buyer, order, payment } = await cardOrder(database(), { fetch: lost })
    await submit(shop, `${payment.url}/approve`)
    shop.clock.advance(2 * hour)
    await shop.server.sweep()
    expect(await orderNow(await shop.buyer(buyer.id), order)).toMatchObject({ state: 'confirmed' })
    expect(await audit(database(), shop)).toEqual([])
  })

  test('money that comes after the order was cancelled goes back, and the buyer is told', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await cancel(buyer, order)
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    expect(await orderNow(buyer, order)).toMatchObject({
      state: 'cancelled',
      payment: { state: 'paid' },
      refund: { state: 'due', amount: rub(164000) },
    })
    expect(await paymentRows(database(), shop)).toMatchObject([
      { state: 'refund-due', review: 'paid-after-cancel' },
    ])
    await shop.server.sweep()
    expect((await orderNow(buyer, order)).refund).toEqual({ state: 'done', amount: rub(164000) })
    const page = await shop.server.fetch(new Request(payment.url))
    expect(await page.text()).toContain('Деньги возвращены')
    expect(await audit(database(), shop)).toEqual([])
  })

  test('cancelling what was paid sends the money back', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    const { body } = await cancel(buyer, order)
    expect(body).toMatchObject({ state: 'cancelled', refund: { state: 'due' } })
    await shop.server.sweep()
    await shop.server.sweep()
    expect((await orderNow(buyer, order)).refund?.state).toBe('done')
    expect(await audit(database(), shop)).toEqual([])
  })

  test('of two paid attempts the second one goes back', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await notify(shop, payment, { state: 'failed', reason: 'declined' })
    await settled(database(), shop)
    const second = await start(buyer, order)
    await notify(shop, second, { state: 'paid' })
    await settled(database(), shop)
    await notify(shop, payment, { state: 'paid' })
    await settled(database(), shop)
    expect(await orderNow(buyer, order)).toMatchObject({
      state: 'confirmed',
      payment: { id: second.id, state: 'paid' },
      refund: { state: 'due', amount: rub(164000) },
    })
    const rows = await paymentRows(database(), shop)
    expect(rows.find(({ id }) => id === payment.id)).toMatchObject({
      state: 'refund-due',
      review: 'paid-twice',
    })
    expect(await audit(database(), shop)).toEqual([])
  })

  test('payment, cancellation and expiry at the same time end in one whole outcome', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    shop.clock.advance(2 * hour)
    const returned = await shop.buyer(buyer.id)
    await Promise.all([
      notify(shop, payment, { state: 'paid' }),
      cancel(returned, order),
      notify(shop, payment, { state: 'paid' }),
      shop.server.sweep(),
    ])
    await settled(database(), shop)
    const { state, refund } = await orderNow(returned, order)
    expect(state).toBe('cancelled')
    if (refund) expect(refund.amount).toEqual(order.total)
    expect(await stockOf(database(), shop)).toBe(5)
    expect(await audit(database(), shop)).toEqual([])
  })

  test('the audit finds each thing that must not be', async () => {
    const { shop, order, payment } = await cardOrder(database())
    const { kysely } = database()
    const shopId = shop.shop.id
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    expect(await audit(database(), shop)).toEqual([])
    const found = async () => new Set((await audit(database(), shop)).map(({ invariant }) => invariant))
    await kysely.updateTable('payments').set({ state: 'pending' }).where('shop_id', '=', shopId).execute()
    expect(await found()).toEqual(new Set(['I2']))
    await kysely.updateTable('payments').set({ state: 'paid' }).where('shop_id', '=', shopId).execute()
    await kysely.updateTable('orders').set({ total: 1 }).where('shop_id', '=', shopId).execute()
    expect(await found()).toEqual(new Set(['I3']))
    await kysely
      .updateTable('orders')
      .set({ total: order.total.amount, state: 'cancelled' })
      .where('shop_id', '=', shopId)
      .execute()
    expect(await found()).toEqual(new Set(['I2', 'I4', 'I5', 'I9']))
    await kysely.updateTable('orders').set({ state: 'confirmed' }).where('shop_id', '=', shopId).execute()
    await kysely.updateTable('variants').set({ stock: 5 }).where('shop_id', '=', shopId).execute()
    expect(await found()).toEqual(new Set(['I4']))
  })

  test('an expiry after the payment cancels nothing', async () => {
    const { shop, order, payment, buyer } = await cardOrder(database())
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    const key = { shopId: shop.shop.id, orderId: order.id }
    const expired = await cancelOrder(database(), { ...key, reason: 'expired', at: new Date() })
    expect(expired).toEqual({ ok: false, error: { code: 'not-cancellable' } })
    expect((await orderNow(buyer, order)).state).toBe('confirmed')
  })
})
