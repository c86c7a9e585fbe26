import { randomUUID } from 'node:crypto'
import type { CartOperation } from '@vitrina/core'
import type { Connection } from '../database/transaction.ts'
import type { CartState, OperationEffect } from './apply-operations.ts'
import type { MeetingCart } from './lock-both.ts'

/** Pieces by variant. */
export type Piles = ReadonlyMap<string, number>

export interface GuestsPart {
  /** What the guest has and the buyer does not have yet. */
  pieces: Piles
  /** The same as operations, with the guest's codes. */
  operations: CartOperation[]
  /** The operations that made it. */
  effects: OperationEffect[]
}

/**
 * What goes over when a guest's cart meets the buyer's. An operation that reached both, because its answer was lost and
 * it was sent again as the other, is in the buyer's already: what it did to the guest's is taken off.
 */
export async function guestsPart(
  connection: Connection,
  carts: { shopId: string; guestCart: MeetingCart; ownCart: CartState },
): Promise<GuestsPart> {
  const { shopId, guestCart, ownCart } = carts
  const lines = await connection
    .selectFrom('cart_lines')
    .select(['variant_id', 'quantity'])
    .where('shop_id', '=', shopId)
    .where('cart_id', '=', guestCart.cartId)
    .where('quantity', '>', 0)
    .orderBy('position')
    .execute()
  const operations = await connection
    .selectFrom('cart_operations as g')
    .leftJoin('cart_operations as b', (join) =>
      join
        .onRef('b.shop_id', '=', 'g.shop_id')
        .onRef('b.id', '=', 'g.id')
        .on('b.cart_id', '=', ownCart.cartId),
    )
    .select(['g.id', 'g.variant_id', 'g.pieces', 'b.id as there'])
    .where('g.shop_id', '=', shopId)
    .where('g.cart_id', '=', guestCart.cartId)
    .where('g.revision', '>', guestCart.met)
    .execute()
  const pieces = new Map(lines.map((line) => [line.variant_id, line.quantity]))
  for (const { variant_id: id, pieces: changed, there } of operations) {
    const left = pieces.get(id)
    if (there !== null && left !== undefined) pieces.set(id, left - changed)
  }
  const goes = new Map([...pieces].filter(([, quantity]) => quantity > 0))
  const base = () => ({ id: randomUUID(), revision: ownCart.revision })
  return {
    pieces: goes,
    operations: [
      ...[...goes].map(([variantId, quantity]) => ({ ...base(), variantId, kind: 'add' as const, quantity })),
      ...guestCart.promoCodes.map((code) => ({ ...base(), kind: 'apply-promo' as const, code })),
    ],
    effects: operations
      .filter(({ there }) => there === null)
      .map((row) => ({ id: row.id, variantId: row.variant_id, pieces: row.pieces })),
  }
}
