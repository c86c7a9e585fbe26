import type { Adjustment } from '@vitrina/core'
import type { Generated, JSONColumnType } from 'kysely'
import type { OfShop } from './of-shop.ts'

export interface CartRow extends OfShop {
  id: string
  buyer_id: string
  revision: number
  /** The day on which it was asked for last, at its first moment: a cart that is used all day is written as before. */
  touched_at: Generated<Date>
  /** A guest's: up to here it has moved to a buyer's. */
  met_revision: Generated<number>
  promo_codes: JSONColumnType<string[], string | undefined, string>
}

export interface CartLineRow extends OfShop {
  cart_id: string
  variant_id: string
  /** The revision that changed it last. */
  revision: number
  /** 0 marks a line that was removed: a client that knows it must be told. */
  quantity: number
  position: number
  /** The price when it was added, to tell the buyer when it moves. */
  added_price: number
}

export interface CartOperationRow extends OfShop {
  cart_id: string
  id: string
  revision: number
  /** Of what it changed the quantity, and by how many pieces. */
  variant_id: Generated<string>
  pieces: Generated<number>
  /** The day. */
  applied_at: Generated<Date>
}

export interface CartAdjustmentRow extends OfShop {
  cart_id: string
  /** What it is about: a variant's id, `promo` and a code, or `merged`. */
  subject: string
  revision: number
  adjustment: JSONColumnType<Adjustment, string, string>
}

/** How many orders have used a code: of one buyer, or of everybody in the row whose buyer is empty. */
export interface PromoUsesRow extends OfShop {
  code: string
  buyer_id: string
  used: number
  /** The limit that held when it was used last; null when there was none. */
  most: number | null
}
