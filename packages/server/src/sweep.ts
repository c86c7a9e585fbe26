import { clearCarts } from './cart/clear-carts.ts'
import type { ShopConfig } from './configuration/shop-config.ts'
import { clearEndedSessions } from './guard/ended-sessions.ts'
import { type ExpireOrdersDeps, expireOrders } from './orders/expire-orders.ts'
import { clearOrderLinks } from './orders/order-links.ts'
import { type SendEventsDeps, sendEvents } from './outbox/send-events.ts'
import { drainInbox } from './payments/inbox.ts'
import { type PaymentToReview, paymentsToReview } from './payments/payments-to-review.ts'
import { reconcilePayments } from './payments/reconcile-payments.ts'

export interface SweepOptions extends ExpireOrdersDeps, SendEventsDeps {
  shops: readonly ShopConfig[]
  onError: (error: unknown) => void
  /** Told once of each payment that waits for a person. */
  onReview: (payment: PaymentToReview) => void
}

/**
 * A turn of what nobody asks for: notifications that could not be dealt with, payments without an outcome, money that is
 * due to go back, orders that were not paid in time, what others are to be told, and what is kept no longer. A fault in one of them does not keep the others.
 */
export function createSweep({ shops, onError, onReview, ...deps }: SweepOptions): () => Promise<void> {
  const told = new Set<string>()

  async function report(shopId: string): Promise<void> {
    for (const payment of await paymentsToReview(deps.database, shopId)) {
      const { paymentId, why } = payment
      if (told.has(`${paymentId} ${why}`)) continue
      told.add(`${paymentId} ${why}`)
      onReview(payment)
    }
  }

  async function clearOld(shop: ShopConfig): Promise<void> {
    const { database, clock } = deps
    await clearCarts(deps, shop)
    await clearOrderLinks(database.kysely, shop.id, clock.now())
    await clearEndedSessions(database.kysely, shop.id, clock.now())
  }

  return async () => {
    for (const shop of shops) {
      await drainInbox({ ...deps, onError }, shop.id).catch(onError)
      await reconcilePayments(deps, shop.id).catch(onError)
      await expireOrders(deps, shop).catch(onError)
      await sendEvents(deps, shop.id).catch(onError)
      await clearOld(shop).catch(onError)
      await report(shop.id).catch(onError)
    }
  }
}
