import type { Adjustment, CartOperation } from '@vitrina/core'
import { type CodeStanding, changePromoCodes } from '@vitrina/core/pricing'
import { variantTitle } from '../catalogue/product-of-rows.ts'
import { type AppliedOperation, applyOperation, type SettledLine } from './apply-operation.ts'
import type { CartExtract, CartRemark, CartRow } from './read-carts.ts'

export interface CartState {
  shopId: string
  buyerId: string
  cartId: string
  revision: number
  promoCodes: string[]
}

/** What a cart is changed by beside its operations. */
export interface CartRules {
  standingOf(code: string): CodeStanding
  /** Milliseconds. */
  now: number
  newId(): string
}

/** An operation that is in, and by how many pieces it changed a line. */
export interface OperationEffect {
  id: string
  variantId: string
  pieces: number
}

/** What a batch does to a cart, ready to be written. */
export interface CartPatch {
  /** Grows by one when something changed. */
  revision: number
  rows: CartRow[]
  promoCodes: string[]
  remarks: CartRemark[]
  effects: OperationEffect[]
}

/** Plays the operations over the lines they touch, and over the codes. */
export function applyOperations(
  cart: CartExtract,
  operations: readonly CartOperation[],
  { standingOf, now: moment, newId }: CartRules,
): CartPatch {
  const before = new Map(cart.rows.filter((row) => row.quantity > 0).map((row) => [row.variantId, row]))
  const articles = new Map(cart.articles.map((article) => [article.id, article]))
  const now = new Map<string, SettledLine | null>()
  const adjustments = new Map<string, Adjustment>()
  const effects: OperationEffect[] = []
  let { promoCodes } = cart
  for (const [index, operation] of operations.entries()) {
    if ('code' in operation) {
      const change = changePromoCodes(promoCodes, operation, standingOf, moment)
      promoCodes = change.promoCodes
      effects.push({ id: operation.id, variantId: '', pieces: 0 })
      for (const dropped of change.dropped) {
        adjustments.set(`promo ${dropped.promoCode}`, { id: newId(), code: 'promo-dropped', ...dropped })
      }
      continue
    }
    const { variantId } = operation
    const article = articles.get(variantId)
    const line = now.has(variantId) ? now.get(variantId) : before.get(variantId)
    const applied = applyOperation(line ?? null, operation, article, cart.revision * 100 + index)
    now.set(variantId, applied.line)
    const pieces = (applied.line?.quantity ?? 0) - (line?.quantity ?? 0)
    effects.push({ id: operation.id, variantId, pieces })
    // The last word on a variant counts: an operation that fits takes back what was said before.
    adjustments.delete(variantId)
    const title = article ? variantTitle(article.title, article.options) : variantId
    const adjustment = adjustmentOf(applied, { id: newId(), variantId, title })
    if (adjustment) adjustments.set(variantId, adjustment)
  }
  const changed = [...now].filter(([id, line]) => !same(line, before.get(id)))
  const newCodes = promoCodes.join() !== cart.promoCodes.join()
  const revision = cart.revision + (changed.length > 0 || newCodes || adjustments.size > 0 ? 1 : 0)
  return {
    revision,
    rows: changed.map(([variantId, line]) => ({ ...(line ?? removed), variantId, revision })),
    promoCodes,
    remarks: [...adjustments].map(([subject, adjustment]) => ({ subject, revision, adjustment })),
    effects,
  }
}

const removed: SettledLine = { quantity: 0, position: 0, addedPrice: 0 }

function adjustmentOf(
  applied: AppliedOperation,
  subject: { id: string; variantId: string; title: string },
): Adjustment | undefined {
  if (applied.outcome === 'gone') return { ...subject, code: 'gone' }
  if (applied.outcome === 'applied') return undefined
  return { ...subject, code: 'capped', requested: applied.requested, available: applied.available }
}

function same(a: SettledLine | null, b: SettledLine | undefined): boolean {
  return a?.quantity === b?.quantity && a?.position === b?.position
}
