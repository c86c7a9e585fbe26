import type { Database } from '../../packages/server/src/index.ts'

/** What a schedule did, as its buyers remember it. */
export interface Memory {
  /** `faults` when left out. */
  shop?: string
  buyers: string[]
  /** Pieces of each variant before anybody bought. */
  stock: Map<string, number>
  /** Checkouts of which a page saw the order. */
  confirmed: Iterable<string>
  /** Operations that the server has, as it said. */
  applied: Iterable<string>
}

export interface Books {
  /** Pieces in the carts of these buyers, by variant. */
  inCart: Map<string, number>
  /** Pieces in their orders, by variant. */
  ordered: Map<string, number>
  orders: number
}

const defaultShop = 'faults'

/** Reads the books by SQL, past the server's own code, and lists what must not be. */
export async function audit({ kysely }: Database, memory: Memory): Promise<Books & { problems: string[] }> {
  const problems: string[] = []
  const { shop = defaultShop } = memory
  const orders = await kysely
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('buyer_id', 'in', memory.buyers)
    .execute()
  const lines = await kysely
    .selectFrom('order_lines')
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.shop_id', '=', 'order_lines.shop_id')
        .onRef('orders.id', '=', 'order_lines.order_id'),
    )
    .select(['order_id', 'variant_id', 'quantity', 'unit_price'])
    .select(['order_lines.discount', 'order_lines.total', 'orders.state'])
    .where('order_lines.shop_id', '=', shop)
    .where('orders.buyer_id', 'in', memory.buyers)
    .execute()
  const payments = await kysely
    .selectFrom('payments')
    .innerJoin('orders', (join) =>
      join.onRef('orders.shop_id', '=', 'payments.shop_id').onRef('orders.id', '=', 'payments.order_id'),
    )
    .select(['order_id', 'payments.state', 'amount', 'payments.currency'])
    .where('payments.shop_id', '=', shop)
    .where('orders.buyer_id', 'in', memory.buyers)
    .execute()

  for (const checkoutId of new Set(orders.map((order) => order.checkout_id))) {
    const own = orders.filter((order) => order.checkout_id === checkoutId)
    const sellers = new Set(own.map(({ seller }) => seller.id)).size
    if (own.length > sellers)
      problems.push(`checkout ${checkoutId} has ${own.length} orders of ${sellers} sellers`)
  }
  for (const checkoutId of memory.confirmed) {
    if (!orders.some((order) => order.checkout_id === checkoutId))
      problems.push(`checkout ${checkoutId} was shown as ordered and has no order`)
  }
  for (const order of orders) {
    const own = lines.filter((line) => line.order_id === order.id)
    const goods = sumOf(own.map((line) => line.unit_price * line.quantity))
    const discount = sumOf(own.map((line) => line.discount))
    const stated = sumOf(own.map((line) => line.total))
    if (own.length === 0) problems.push(`order ${order.number} has no lines`)
    if (
      goods !== order.subtotal ||
      discount !== order.discount ||
      goods - discount !== stated ||
      stated + order.delivery_price !== order.total
    ) {
      const figures = [goods, discount, stated, order.subtotal, order.discount, order.total]
      problems.push(`order ${order.number}: ${figures.join(', ')} do not add up`)
    }
    const attempts = payments.filter((payment) => payment.order_id === order.id)
    const paid = attempts.filter(({ state }) => state === 'paid').length
    if (attempts.some(({ amount, currency }) => amount !== order.total || currency !== order.currency))
      problems.push(`order ${order.number}: a payment is not of its total`)
    if (paid > 1) problems.push(`order ${order.number} was paid ${paid} times`)
    const due = order.payment_method === 'card' && order.state !== 'cancelled'
    if (due && (order.state === 'awaiting-payment') === paid > 0)
      problems.push(`order ${order.number} is ${order.state} with ${paid} payments made`)
  }

  for (const buyer of memory.buyers) {
    const own = orders.filter((order) => order.buyer_id === buyer && order.state !== 'cancelled')
    // The orders of several sellers under one checkout are one use.
    const uses = new Set(
      own
        .filter(({ promos }) => promos.some(({ code }) => code === 'ONCE'))
        .map((order) => order.checkout_id),
    )
    if (uses.size > 1) problems.push(`${buyer} used the code ONCE ${uses.size} times`)
  }

  const variants = await kysely
    .selectFrom('variants')
    .select(['id', 'stock'])
    .where('shop_id', '=', shop)
    .where('id', 'in', [...memory.stock.keys()])
    .execute()
  const ordered = sumBy(lines.map(({ variant_id, quantity }) => [variant_id, quantity]))
  const sold = sumBy(
    lines
      .filter(({ state }) => state !== 'cancelled')
      .map(({ variant_id, quantity }) => [variant_id, quantity]),
  )
  for (const { id, stock } of variants) {
    const before = memory.stock.get(id) ?? 0
    if ((stock ?? 0) < 0) problems.push(`${id}: stock is ${stock}`)
    if ((stock ?? 0) + (sold.get(id) ?? 0) !== before)
      problems.push(`${id}: ${before} at first, ${stock} left and ${sold.get(id) ?? 0} sold`)
  }

  const applied = [...memory.applied]
  if (applied.length > 0) {
    const known = await kysely
      .selectFrom('cart_operations')
      .select('id')
      .where('shop_id', '=', shop)
      .where('id', 'in', applied)
      .execute()
    const ids = new Set(known.map(({ id }) => id))
    for (const id of applied) if (!ids.has(id)) problems.push(`operation ${id} was acknowledged and is gone`)
  }
  return { problems, ordered, inCart: await cartOf({ kysely }, memory.buyers, shop), orders: orders.length }
}

/** What is in the carts of these buyers now. */
export async function cartOf(
  { kysely }: Pick<Database, 'kysely'>,
  buyers: string[],
  shop: string = defaultShop,
) {
  const rows = await kysely
    .selectFrom('cart_lines')
    .innerJoin('carts', (join) =>
      join.onRef('carts.shop_id', '=', 'cart_lines.shop_id').onRef('carts.id', '=', 'cart_lines.cart_id'),
    )
    .select(['variant_id', 'quantity'])
    .where('cart_lines.shop_id', '=', shop)
    .where('carts.buyer_id', 'in', buyers)
    .where('quantity', '>', 0)
    .execute()
  return sumBy(rows.map(({ variant_id, quantity }) => [variant_id, quantity]))
}

function sumOf(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

function sumBy(entries: [string, number][]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [key, quantity] of entries) sums.set(key, (sums.get(key) ?? 0) + quantity)
  return sums
}
