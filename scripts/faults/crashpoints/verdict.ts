import { auditShop } from '../../../packages/server/src/index.ts'
import { audit } from '../audit.ts'
import { account, type Device, openDevice, quantity } from './device.ts'
import type { Journey } from './journeys.ts'
import type { Variant } from './variants.ts'
import { articles, pieces, type World } from './world.ts'

/** How far time moves before each turn of the sweep, in milliseconds; three days are the longest that anything waits. */
const waits = [31_000, 300_000, 3_700_000, 12 * 3_600_000, 73 * 3_600_000, 3_600_000]

/** Lets everything come to rest without anybody's help. */
export async function comeToRest(device: Device): Promise<string[]> {
  const { world, life } = device
  for (const wait of waits) {
    world.advance(wait)
    await life.sweep()
    if ((await unsettled(world)) === 0) return []
  }
  return [`${await unsettled(world)} things never came to rest`]
}

async function unsettled({ database: { kysely }, shop }: World): Promise<number> {
  const count = async (rows: Promise<unknown[]>) => (await rows).length
  const where = ['shop_id', '=', shop.id] as const
  return (
    (await count(
      kysely
        .selectFrom('outbox')
        .select('id')
        .where(...where)
        .where('outcome', 'is', null)
        .execute(),
    )) +
    (await count(
      kysely
        .selectFrom('inbox')
        .select('event_id')
        .where(...where)
        .where('outcome', 'is', null)
        .execute(),
    )) +
    (await count(
      kysely
        .selectFrom('payments')
        .select('id')
        .where(...where)
        .where('state', 'in', ['pending', 'refund-due'])
        .execute(),
    )) +
    (await count(
      kysely
        .selectFrom('orders')
        .select('id')
        .where(...where)
        .where('state', '=', 'awaiting-payment')
        .execute(),
    ))
  )
}

/** Audits the books of a shop at rest, and holds them against what was acknowledged, paid and told. */
export async function judge(device: Device, journey: Journey, variant: Variant): Promise<string[]> {
  const { world } = device
  const { kysely } = world.database
  const stock = Object.fromEntries(articles.map((id) => [id, pieces]))
  const violations = await auditShop(world.database, world.shop.id, { initialStock: stock })
  const books = await audit(world.database, {
    shop: world.shop.id,
    buyers: ['buyer'],
    stock: new Map(Object.entries(stock)),
    confirmed: device.confirmed,
    applied: device.applied,
  })
  const operations = await kysely
    .selectFrom('cart_operations')
    .select('id')
    .where('shop_id', '=', world.shop.id)
    .execute()
  // All operations went in one request: the cart has all of them or none.
  const wanted = operations.length === 0 ? 0 : quantity
  const orders = await kysely.selectFrom('orders').selectAll().where('shop_id', '=', world.shop.id).execute()
  const standing = orders.filter(({ state }) => state !== 'cancelled')
  const checkouts = new Set(standing.map(({ checkout_id }) => checkout_id)).size
  const paid = (await world.acquirer.payments()).filter(({ state }) => state === 'paid').length
  const seen = await account(openDevice(world, device.life))
  const problems = [
    ...violations.map(({ invariant, what, id }) => `${invariant}: ${what}: ${id}`),
    ...books.problems,
    ...(await untold(world)),
    ...world.faults.map((fault) => `a server failed: ${String(fault)}`),
  ]
  const expect = (what: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) problems.push(`${what}: ${actual} instead of ${expected}`)
  }
  for (const id of articles) {
    const had = (books.inCart.get(id) ?? 0) + (books.ordered.get(id) ?? 0)
    expect(`pieces of ${id} in the cart and in orders`, had, wanted)
  }
  expect('payments that the acquirer keeps for orders that stand', paid, standing.length)
  if (variant !== 'no retry' && journey.ends !== 'either')
    expect('orders that stand', standing.length, journey.ends === 'bought' ? articles.length : 0)
  if (checkouts > 1) problems.push(`one purchase became ${checkouts}`)
  expect(
    'orders that the buyer sees',
    seen.orders.sort().join(),
    orders
      .map(({ id, state }) => `${id} ${state}`)
      .sort()
      .join(),
  )
  return problems
}

/** I8: whatever happened was told on each channel, under one id, and nothing else was. */
async function untold({ database: { kysely }, shop, acquirer, told }: World): Promise<string[]> {
  const where = ['shop_id', '=', shop.id] as const
  const orders = await kysely
    .selectFrom('orders')
    .select('id')
    .where(...where)
    .execute()
  const moves = await kysely
    .selectFrom('order_moves')
    .select(['order_id', 'state'])
    .where(...where)
    .execute()
  const refunds = (await acquirer.payments()).filter(({ state }) => state === 'refunded')
  const happened = [
    ...orders.map(({ id }) => `order.placed ${id}`),
    ...moves.map(({ order_id, state }) => `order.${state} ${order_id}`),
    ...refunds.map(({ order_id }) => `order.refunded ${order_id}`),
  ]
  return (['merchant', 'buyer'] as const).flatMap((channel) => {
    const heard = told.filter((event) => event.channel === channel)
    const ids = new Map<string, Set<string>>()
    for (const { id, type, orderId } of heard) {
      const what = `${type} ${orderId}`
      ids.set(what, (ids.get(what) ?? new Set()).add(id))
    }
    return [
      ...happened
        .filter((what) => !ids.has(what))
        .map((what) => `I8: the ${channel} was not told of ${what}`),
      ...[...ids].flatMap(([what, { size }]) => (size > 1 ? [`I8: ${what} was told under ${size} ids`] : [])),
      ...[...ids.keys()]
        .filter((what) => !happened.includes(what))
        .map((what) => `I8: ${what} was told and did not happen`),
    ]
  })
}
