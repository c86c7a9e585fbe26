import type { Clock } from '@vitrina/core'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { askProvider } from '../payments/ask-provider.ts'
import type { PaymentProvider } from '../payments/payment-provider.ts'
import { cancelOrder } from './cancel-order.ts'

const batch = 20
const turns = 10
const defaultMinutes = 60

export interface ExpireOrdersDeps {
  database: Database
  provider: PaymentProvider
  clock: Clock
}

/**
 * Cancels card orders that were not paid in time. The acquirer is asked first, so that money on its way confirms the
 * order instead; while the acquirer does not answer, the order waits for the next time. Bounded: twenty at once, ten
 * times. Several servers at it do no harm: the order's state decides who cancels.
 */
export async function expireOrders(deps: ExpireOrdersDeps, shop: ShopConfig): Promise<void> {
  const { database, clock } = deps
  const latest = new Date(clock.now() - (shop.unpaidMinutes ?? defaultMinutes) * 60_000)
  let waiting = 0
  for (let turn = 0; turn < turns; turn++) {
    const due = await unpaid(deps, shop.id, latest, waiting)
    const ended = await Promise.all(
      due.map(async ({ id: orderId }) => {
        const key = { shopId: shop.id, orderId }
        if (!(await answered(deps, key))) return false
        await cancelOrder(database, { ...key, reason: 'expired', at: new Date(clock.now()) })
        return true
      }),
    )
    waiting += ended.filter((end) => !end).length
    if (due.length < batch) return
  }
}

/** Oldest first, without those that could not be ended in the turns before. */
async function unpaid({ database }: ExpireOrdersDeps, shopId: string, latest: Date, waiting: number) {
  return database.kysely
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('state', '=', 'awaiting-payment')
    .where('placed_at', '<=', latest)
    .orderBy('placed_at')
    .orderBy('id')
    .offset(waiting)
    .limit(batch)
    .execute()
}

async function answered(deps: ExpireOrdersDeps, { shopId, orderId }: { shopId: string; orderId: string }) {
  const pending = await deps.database.kysely
    .selectFrom('payments')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'pending')
    .execute()
  for (const { id: paymentId } of pending) {
    if ((await askProvider(deps, { shopId, paymentId })) === 'unavailable') return false
  }
  return true
}
