import { randomUUID } from 'node:crypto'
import type { CartOperation } from '@vitrina/core'
import type { GuestCart } from '../configuration/shop-config.ts'
import type { CartPatch } from './apply-operations.ts'
import type { GuestsPart, Piles } from './guests-part.ts'
import type { CartExtract, CartRemark } from './read-carts.ts'

/** What has to be done to the buyer's cart, as if the buyer did it; nothing when the guest has nothing in it. */
export function meetingOperations(cart: CartExtract, part: GuestsPart, policy: GuestCart): CartOperation[] {
  const before = pilesOf(cart)
  if (part.pieces.size === 0 || (policy === 'keep-buyer' && before.size > 0)) return []
  if (policy !== 'keep-guest') {
    // A cart has one code of a kind: the buyer's own goes first.
    return part.operations.filter((operation) => !('code' in operation) || cart.promoCodes.length === 0)
  }
  const base = () => ({ id: randomUUID(), revision: cart.revision })
  return [
    ...[...before.keys()].map((variantId) => ({ ...base(), variantId, kind: 'remove' as const })),
    ...cart.promoCodes.map((code) => ({ ...base(), kind: 'remove-promo' as const, code })),
    ...part.operations,
  ]
}

/** The word to the buyer, beside what has to be said of single lines. */
export function meetingWords(
  cart: CartExtract,
  { pieces: guests }: GuestsPart,
  patch: CartPatch,
  policy: GuestCart,
): Pick<CartPatch, 'revision' | 'rows' | 'remarks'> {
  if (guests.size === 0) return patch
  const before = pilesOf(cart)
  const leaves = policy === 'keep-buyer' && before.size > 0
  const replaces = policy === 'keep-guest'
  const after = new Map(patch.rows.map((row) => [row.variantId, row.quantity]))
  let pieces = 0
  for (const id of guests.keys()) {
    const had = before.get(id) ?? 0
    pieces += Math.max(0, (after.get(id) ?? had) - (replaces ? 0 : had))
  }
  const dropped = leaves ? sumOf(guests) : replaces ? sumOf(before) : 0
  const revision = cart.revision + 1
  const adjustment = { id: randomUUID(), code: 'merged', pieces: leaves ? 0 : pieces, dropped } as const
  const remark: CartRemark = { subject: 'merged', revision, adjustment }
  const rows = patch.rows.map((row) => ({ ...row, revision }))
  return { revision, rows, remarks: [...patch.remarks, remark].map((each) => ({ ...each, revision })) }
}

function pilesOf(cart: CartExtract): Map<string, number> {
  return new Map(cart.rows.filter((row) => row.quantity > 0).map((row) => [row.variantId, row.quantity]))
}

function sumOf(piles: Piles): number {
  let sum = 0
  for (const quantity of piles.values()) sum += quantity
  return sum
}
