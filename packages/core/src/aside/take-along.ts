import { isCartLog, mergeLogs } from '../cart-log.ts'
import { createSaved } from '../saved.ts'
import { isSavedCheckout, mergeCheckouts } from '../saved-checkout.ts'
import type { Storage } from '../storage.ts'

/**
 * What somebody did as a guest and the server does not have yet goes to the shelf of the buyer whom the guest became:
 * operations under their ids, wishes, and a checkout that is under way. Cleared only when it is there; twice is once.
 */
export async function takeAlong(guests: Storage, own: Storage): Promise<void> {
  const log = await createSaved(guests, 'cart', isCartLog).load()
  if (log) {
    const cart = createSaved(own, 'cart', isCartLog)
    await cart.save(mergeLogs(log, await cart.load(), new Set()))
    await guests.set('cart', undefined)
  }
  const wishes = await createSaved(guests, 'wishes', isEntries).load()
  if (wishes) {
    const list = createSaved(own, 'wishes', isEntries)
    const found = await list.load()
    // One above the other: which of two is newer tells whoever reads them.
    await list.save({ ...found, entries: [...wishes.entries, ...(found?.entries ?? [])] })
    await guests.set('wishes', undefined)
  }
  const left = await createSaved(guests, 'checkout', isSavedCheckout).load()
  if (!left) return
  const checkout = createSaved(own, 'checkout', isSavedCheckout)
  const found = await checkout.load()
  const kept = found ? mergeCheckouts(found, left) : left
  if (kept === left) await checkout.save(left)
  await guests.set('checkout', undefined)
}

function isEntries(found: unknown): found is { entries: unknown[] } {
  return Array.isArray((found as { entries?: unknown } | null)?.entries)
}
