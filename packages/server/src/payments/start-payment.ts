import { randomUUID } from 'node:crypto'
import { type Clock, fail, ok, type Payment, type Result } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import type { OrderRow } from '../database/order-tables.ts'
import type { PaymentRow } from '../database/tables.ts'
import { type Connection, tryInTransaction } from '../database/transaction.ts'
import { checkPayment } from './check-payment.ts'
import { nextCheck } from './next-check.ts'
import type { PaymentProvider } from './payment-provider.ts'

export interface StartPaymentDeps {
  database: Database
  provider: PaymentProvider
  clock: Clock
}

type Refused = { code: 'not-found' } | { code: 'already-paid' } | { code: 'not-payable' }

/**
 * Starts an attempt to pay an order, or answers with the pending one. The attempt is written down before the
 * acquirer hears of it: if its answer is lost, the next try goes on with the same one.
 */
export async function startPayment(
  deps: StartPaymentDeps,
  shop: ShopConfig,
  buyerId: string,
  orderId: string,
): Promise<Result<Payment, Refused | { code: 'unavailable'; retryAfter: number }>> {
  const attempt = await currentAttempt(deps, { shopId: shop.id, buyerId }, orderId)
  if (!attempt.ok) return attempt
  const { order, payment } = attempt.value
  const pending = { id: payment.id, orderId, state: 'pending' } as const
  if (payment.url !== null) return ok({ ...pending, url: payment.url })
  const created = await deps.provider.create({
    shopId: shop.id,
    paymentId: payment.id,
    orderId,
    orderNumber: order.number,
    shopName: shop.name,
    seller: order.seller,
    amount: { amount: payment.amount, currency: payment.currency },
  })
  if (!created.ok) return fail({ code: 'unavailable', retryAfter: 5 })
  const { url } = created.value
  await deps.database.kysely
    .updateTable('payments')
    .set({ url })
    .where('shop_id', '=', shop.id)
    .where('id', '=', payment.id)
    .execute()
  return ok({ ...pending, url })
}

interface Attempt {
  order: Selectable<OrderRow>
  payment: Selectable<PaymentRow>
}

/** The pending attempt, if the acquirer still sees it so; otherwise a new one. */
async function currentAttempt(
  deps: StartPaymentDeps,
  owner: CartOwner,
  orderId: string,
): Promise<Result<Attempt, Refused>> {
  const first = await openAttempt(deps, owner, orderId)
  if (!first.ok || first.value.payment.url === null) return first
  await checkPayment(deps, { shopId: owner.shopId, paymentId: first.value.payment.id })
  return openAttempt(deps, owner, orderId)
}

async function openAttempt({ database, provider, clock }: StartPaymentDeps, owner: CartOwner, id: string) {
  return tryInTransaction<Attempt, Refused>(database, async (connection) => {
    const order = await lockOrder(connection, owner, id)
    if (!order) return fail({ code: 'not-found' })
    if (order.payment_method !== 'card') return fail({ code: 'not-payable' })
    const payments = await connection
      .selectFrom('payments')
      .selectAll()
      .where('shop_id', '=', owner.shopId)
      .where('order_id', '=', id)
      .execute()
    if (payments.some(({ state }) => state === 'paid')) return fail({ code: 'already-paid' })
    if (order.state !== 'awaiting-payment') return fail({ code: 'not-payable' })
    const pending = payments.find(({ state }) => state === 'pending')
    if (pending) return ok({ order, payment: pending })
    const payment = await connection
      .insertInto('payments')
      .values({
        shop_id: owner.shopId,
        id: randomUUID(),
        order_id: id,
        provider: provider.name,
        state: 'pending',
        amount: order.total,
        currency: order.currency,
        created_at: new Date(clock.now()),
        next_check_at: nextCheck(clock.now(), 0),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return ok({ order, payment })
  })
}

/** The order's row is held, so that two taps make one attempt. */
async function lockOrder(connection: Connection, { shopId, buyerId }: CartOwner, id: string) {
  return connection
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', buyerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
