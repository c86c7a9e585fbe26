import type { Database } from '../../../packages/server/src/index.ts'

/** What the tables say of one buyer. */
export interface Books {
  /** Of each order its state, and that of its latest payment. */
  orders: { number: string; state: string; payment: string | null; pieces: number }[]
  /** Pieces in the cart. */
  inCart: number
}

const shop = 'faults'

/** Reads by SQL, past the server's own code. */
export async function readBooks({ kysely }: Database, buyer: string): Promise<Books> {
  const inCart = await kysely
    .selectFrom('cart_lines')
    .innerJoin('carts', (join) =>
      join.onRef('carts.shop_id', '=', 'cart_lines.shop_id').onRef('carts.id', '=', 'cart_lines.cart_id'),
    )
    .select('quantity')
    .where('cart_lines.shop_id', '=', shop)
    .where('carts.buyer_id', '=', buyer)
    .execute()
  const rows = await kysely
    .selectFrom('orders')
    .select(['id', 'number', 'state'])
    .where('shop_id', '=', shop)
    .where('buyer_id', '=', buyer)
    .execute()
  const orders: Books['orders'] = []
  for (const { id, number, state } of rows) {
    const lines = await kysely
      .selectFrom('order_lines')
      .select('quantity')
      .where('shop_id', '=', shop)
      .where('order_id', '=', id)
      .execute()
    const [latest] = await kysely
      .selectFrom('payments')
      .select('state')
      .where('shop_id', '=', shop)
      .where('order_id', '=', id)
      .orderBy('created_at', 'desc')
      .execute()
    orders.push({ number, state, payment: latest?.state ?? null, pieces: sum(lines) })
  }
  return { orders, inCart: sum(inCart) }
}

function sum(rows: readonly { quantity: number }[]): number {
  return rows.reduce((total, { quantity }) => total + quantity, 0)
}
