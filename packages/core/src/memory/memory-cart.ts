import type { Adjustment } from '../adjustment.ts'
import { type CartChanges, type CartLine, type CartOperation, type CartSync, maxQuantity } from '../cart.ts'
import type { OrderTerms } from '../order-terms.ts'
import { changePromoCodes } from '../pricing/change-promo-codes.ts'
import type { Product } from '../product.ts'
import { ok } from '../result.ts'
import type { MemoryPromotions } from './memory-promotions.ts'

type Entry = CartLine & { changedAt: number }
/** Distributes over the union, so that each code keeps its own fields. */
type Untold<Kind> = Kind extends unknown ? Omit<Kind, 'id'> : never

interface Parts {
  products: readonly Product[]
  promotions: MemoryPromotions
  terms: OrderTerms
  leftOf(variantId: string): number
  now(): number
}

/** The server's side of a cart: applies each operation once and answers with what changed. */
export function memoryCart({ products, promotions, terms, leftOf, now }: Parts) {
  const cartId = 'cart-1'
  const entries = new Map<string, Entry>()
  const applied = new Set<string>()
  const adjustments: { revision: number; adjustment: Adjustment }[] = []
  let promoCodes: string[] = []
  let revision = 0

  function find(variantId: string) {
    for (const product of products) {
      const variant = product.variants.find(({ id }) => id === variantId)
      if (variant) return { product, variant }
    }
    return undefined
  }

  function note(adjustment: Untold<Adjustment>): void {
    adjustments.push({
      revision,
      adjustment: { id: `a${adjustments.length + 1}`, ...adjustment } as Adjustment,
    })
  }

  function apply(operation: CartOperation): void {
    if ('code' in operation) {
      const change = changePromoCodes(promoCodes, operation, promotions.look, now())
      promoCodes = change.promoCodes
      for (const dropped of change.dropped) note({ code: 'promo-dropped', ...dropped })
      return
    }
    const { variantId } = operation
    const before = entries.get(variantId)
    if (operation.kind === 'remove') {
      if (before) entries.set(variantId, { ...before, quantity: 0, changedAt: revision })
      return
    }
    const found = find(variantId)
    if (!found) return note({ code: 'gone', variantId, title: before?.title ?? variantId })
    const { product, variant } = found
    const requested = operation.quantity + (operation.kind === 'add' ? (before?.quantity ?? 0) : 0)
    const available = Math.min(maxQuantity, leftOf(variantId))
    const quantity = Math.min(requested, available)
    if (quantity < requested) note({ code: 'capped', variantId, title: product.title, requested, available })
    if (quantity === 0 && !before) return
    entries.set(variantId, {
      variantId,
      productId: product.id,
      title: product.title,
      options: variant.options,
      picture: variant.picture ?? product.pictures[0],
      unitPrice: variant.price,
      quantity,
      changedAt: revision,
    })
  }

  function lines(): CartLine[] {
    return [...entries.values()]
      .filter(({ quantity }) => quantity > 0)
      .map(({ changedAt: _, ...line }) => line)
  }

  return {
    revision: () => revision,
    lines,
    promoCodes: () => promoCodes,
    /** The current price of what is in the cart, or undefined when it is no more. */
    priceOf: (variantId: string) => find(variantId)?.variant.price,
    clear(): void {
      revision += 1
      promoCodes = []
      for (const [id, entry] of entries) entries.set(id, { ...entry, quantity: 0, changedAt: revision })
    },
    sync(sync: CartSync) {
      const fresh = sync.operations.filter(({ id }) => !applied.has(id))
      if (fresh.length > 0) revision += 1
      for (const operation of fresh) {
        if (!applied.has(operation.id)) apply(operation)
        applied.add(operation.id)
      }
      const since = sync.cartId === cartId && sync.since <= revision ? sync.since : 0
      const changed = [...entries.values()].filter(({ changedAt }) => changedAt > since)
      const changes: CartChanges = {
        cartId,
        since,
        revision,
        lines: changed.filter(({ quantity }) => quantity > 0).map(({ changedAt: _, ...line }) => line),
        removed: changed.filter(({ quantity }) => quantity === 0).map(({ variantId }) => variantId),
        promoCodes,
        applied: sync.operations.map(({ id }) => id),
        adjustments: adjustments
          .filter((entry) => entry.revision > since)
          .map(({ adjustment }) => adjustment),
        ...(since === 0 && { terms }),
      }
      return ok(changes)
    },
  }
}
