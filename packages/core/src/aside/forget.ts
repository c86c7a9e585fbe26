import type { ForgetFailure } from '../merchant.ts'
import { ok, type Result } from '../result.ts'
import type { Shop } from '../shop.ts'

/**
 * Erases what is known of this buyer: on the server, and when that is done what this browser keeps of the last checkout. The cart is
 * then fetched anew. A merchant that cannot forget has nothing erased but that. A wish list is not the shop's: `clear` erases it.
 */
export async function forget(shop: Shop): Promise<Result<unknown, ForgetFailure>> {
  const done = (await shop.merchant.forget?.()) ?? ok(undefined)
  if (done.ok) {
    shop.checkout.forget()
    shop.cart.refresh()
  }
  return done
}
