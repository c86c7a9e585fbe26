/** A buyer is forgotten: nothing tells who it was, and the books still add up. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '../src/database/transaction.ts'
import { createEndedSessions } from '../src/guard/ended-sessions.ts'
import { auditShop, type Database } from '../src/index.ts'
import { moveOrder } from '../src/orders/move-order.ts'
import { onEachDatabase } from './each-database.ts'
import { type Buyer, openShop, product, type TestShop } from './open-shop.ts'

const canary = { contact: { name: 'Канарейкина', phone: '+79990001122' } }
const delivery = { kind: 'courier', optionId: 'courier', address: 'Канареечная улица, 1' }

async function deliver(database: Database, { shop, clock }: TestShop, orderId: string) {
  for (const to of ['shipped', 'delivered'] as const) {
    const key = { shopId: shop.id, orderId }
    await inTransaction(database, (connection) =>
      moveOrder(connection, key, { to, at: new Date(clock.now()) }),
    )
  }
}

/** Every row of the data base that is of this shop, as text. */
async function everything({ kysely }: Database, shopId: string): Promise<string> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'shop_id'`.execute(kysely)
  const texts = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.table(name)} t where shop_id = ${shopId}`
        .execute(kysely)
        .then(({ rows }) => rows.map(({ row }) => `${name} ${row}`)),
    ),
  )
  return texts.flat().join('\n')
}

const forget = (buyer: Buyer) => buyer.request('POST', '/forget', {})

onEachDatabase((database) => {
  async function withOrder(paymentMethod = 'cash') {
    const shop = await openShop(database(), { products: [product('mug', 9)] })
    const anna = await shop.buyer('anna-canary')
    await anna.put('mug-v', 2)
    const order = await anna.placed({ ...canary, delivery, paymentMethod })
    await anna.put('mug-v', 1)
    return { shop, anna, order }
  }

  test('a session that begins in the millisecond of the answer is not one of those that were ended', async () => {
    const answered = 5_000
    const ended = createEndedSessions(database(), { now: () => answered, after: () => () => {} })
    ended.end('shop', 'anna', new Date(answered - 1))
    expect(await ended.isOver('shop', { buyerId: 'anna', startedAt: (answered - 1) / 1000 })).toBe(true)
    expect(await ended.isOver('shop', { buyerId: 'anna', startedAt: answered / 1000 })).toBe(false)
  })

  test('nothing of the buyer is left, and number, lines and sums are', async () => {
    const { shop, anna, order } = await withOrder()
    await anna.request('POST', `/orders/${order.id}/link`, {})
    await deliver(database(), shop, order.id)
    const told = new RegExp(`anna-canary|${canary.contact.name}|79990001122|Канареечная`, 'i')
    expect(await everything(database(), shop.shop.id)).toMatch(told)
    expect((await forget(anna)).status).toBe(200)
    const left = await everything(database(), shop.shop.id)
    expect(left).not.toMatch(told)
    expect(left).toContain(`"number": "${order.number}"`)
    const [row] = await database()
      .kysely.selectFrom('orders')
      .selectAll()
      .where('id', '=', order.id)
      .execute()
    expect(row).toMatchObject({ total: order.total.amount, state: 'delivered', currency: 'RUB' })
    expect(await auditShop(database(), shop.shop.id)).toEqual([])
    const stock = await database()
      .kysely.selectFrom('variants')
      .select('stock')
      .where('shop_id', '=', shop.shop.id)
      .execute()
    expect(stock).toEqual([{ stock: 7 }])
  })

  test('tokens are good for nothing afterwards, links neither, and who comes back is new', async () => {
    const { shop, anna, order } = await withOrder()
    const orderLink = (await anna.request('POST', `/orders/${order.id}/link`, {})).body.text
    const friend = await shop.buyer('friend', { orderLink })
    await deliver(database(), shop, order.id)
    await forget(anna)
    for (const path of ['/orders', `/orders/${order.id}`]) {
      const { status, body } = await anna.request('GET', path)
      expect([status, body.reason]).toEqual([401, 'session-over'])
    }
    const renewed = await anna.request('POST', '/session', { scheme: 'session', value: anna.token })
    expect(renewed.status).toBe(401)
    expect((await friend.request('GET', `/orders/${order.id}`)).status).toBe(404)
    shop.clock.advance(1)
    const again = await shop.buyer(anna.id)
    expect((await again.request('GET', '/orders')).body.orders).toEqual([])
    expect((await again.cart()).lines).toEqual([])
  })

  test('another server over the same data base hears of it within five seconds', async () => {
    const { shop, anna, order } = await withOrder()
    const other = await openShop(database(), { clock: shop.clock }, shop.shop)
    const there = await other.buyer(anna.id)
    expect((await there.request('GET', '/orders')).status).toBe(200)
    await deliver(database(), shop, order.id)
    await forget(anna)
    shop.clock.advance(5_001)
    expect((await there.request('GET', '/orders')).status).toBe(401)
  })

  test('while an order is not paid or not delivered nothing is erased, and it is named', async () => {
    const { shop, anna, order } = await withOrder('card')
    const refused = await forget(anna)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'orders-open', orders: [order.number] })
    expect((await anna.request('GET', `/orders/${order.id}`)).body.contact).toEqual(canary.contact)
    expect((await anna.cart()).lines).toHaveLength(1)
    await anna.request('POST', `/orders/${order.id}/cancel`, {})
    expect((await forget(anna)).status).toBe(200)
    expect(await everything(database(), shop.shop.id)).not.toContain(canary.contact.name)
  })

  test('again is the same, also when many ask at once', async () => {
    const { shop, anna, order } = await withOrder()
    await deliver(database(), shop, order.id)
    const answers = await Promise.all([1, 2, 3, 4].map(() => forget(anna)))
    for (const { status } of answers) expect([200, 401]).toContain(status)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    shop.clock.advance(1)
    expect((await forget(await shop.buyer(anna.id))).status).toBe(200)
    expect(shop.faults).toEqual([])
  })

  test('what waits in the outbox tells the merchant nothing of the buyer, and the buyer nothing at all', async () => {
    const told: unknown[] = []
    const shop = await openShop(database(), {
      products: [product('mug', 9)],
      notify: async (event) => void told.push(event),
      webhook: { url: 'https://erp.example/orders', secrets: ['a secret of thirty-two characters.'] },
      fetch: async (_, init) => {
        told.push(new TextDecoder().decode(await new Response(init?.body ?? null).arrayBuffer()))
        return new Response(null, { status: 204 })
      },
    })
    const anna = await shop.buyer('anna-canary')
    await anna.put('mug-v', 1)
    const order = await anna.placed({ ...canary, delivery })
    await deliver(database(), shop, order.id)
    await forget(anna)
    await shop.server.sweep()
    expect(told).toHaveLength(3)
    expect(JSON.stringify(told)).toContain(order.number)
    expect(JSON.stringify(told)).not.toMatch(/canary|Канаре|79990001122/i)
  })

  test('others are not touched', async () => {
    const { shop, anna, order } = await withOrder()
    const boris = await shop.buyer('boris')
    await boris.put('mug-v', 1)
    const his = await boris.placed({ contact: { name: 'Борис', phone: '+79161234567' } })
    await deliver(database(), shop, order.id)
    await forget(anna)
    expect((await boris.request('GET', `/orders/${his.id}`)).body.contact.name).toBe('Борис')
  })
})
