import { idSchema, orderRequestSchema, ordersQuerySchema } from '@vitrina/api/schemas'
import { fail, type Order, ok, type Result } from '@vitrina/core'
import * as v from 'valibot'
import type { CartOwner } from './cart/sync-cart.ts'
import { createInTurn, type InTurn } from './guard/in-turn.ts'
import type { ApiFailure } from './http/failures.ts'
import type { BuyerCall, Handlers, Outcome } from './http/mount-routes.ts'
import { parseJsonBody, parseQuery } from './http/parse.ts'
import { cancelOrder } from './orders/cancel-order.ts'
import { findOrders, type OrderFilter } from './orders/find-orders.ts'
import { makeOrderLink } from './orders/order-links.ts'
import { createPlaceOrder, type PlaceOrder } from './orders/place-order.ts'
import { checkPayment } from './payments/check-payment.ts'
import { startPayment } from './payments/start-payment.ts'
import type { ShopHandlersOptions } from './shop-handlers.ts'

type OrderHandlers = Pick<
  Handlers,
  'placeOrder' | 'orders' | 'order' | 'cancelOrder' | 'startPayment' | 'linkOrder'
>

export function orderHandlers(options: ShopHandlersOptions): OrderHandlers {
  const { timeLimit } = options.guard
  // A third of what it may take: who waits still hears of it before the guard ends the wait.
  const inTurn = createInTurn(timeLimit && timeLimit / 3)
  const placeOrder = createPlaceOrder(options)
  return {
    placeOrder: (call) => place(options, { inTurn, placeOrder }, call),
    async orders({ request, shop, buyerId }) {
      const query = parseQuery(request.url, ordersQuerySchema)
      if (!query.ok) return query
      const owner = { shopId: shop.id, buyerId }
      const { checkout: checkoutId } = query.value
      const found = await (checkoutId === undefined
        ? findOrders(options.database.kysely, owner)
        : freshOrders(options, owner, { checkoutId }))
      return ok({ body: { orders: found } })
    },
    async order({ shop, buyerId, param }) {
      const id = param('order')
      if (!v.is(idSchema, id)) return fail({ code: 'not-found' })
      const [order] = await freshOrders(options, { shopId: shop.id, buyerId }, { id })
      return order ? ok({ body: order }) : fail({ code: 'not-found' })
    },
    async cancelOrder({ shop, buyerId, param }) {
      const id = param('order')
      if (!v.is(idSchema, id)) return fail({ code: 'not-found' })
      const owner = { shopId: shop.id, buyerId }
      const at = new Date(options.clock.now())
      const done = await cancelOrder(options.database, { ...owner, orderId: id, reason: 'buyer', at })
      if (!done.ok) return done
      const [order] = await findOrders(options.database.kysely, owner, { id })
      return order ? ok({ body: order }) : fail({ code: 'not-found' })
    },
    async startPayment({ shop, buyerId, param }) {
      const id = param('order')
      if (!v.is(idSchema, id)) return fail({ code: 'not-found' })
      const payment = await startPayment(options, shop, buyerId, id)
      return payment.ok ? ok({ body: payment.value }) : payment
    },
    async linkOrder({ shop, buyerId, param }) {
      const { database, clock } = options
      const id = param('order')
      if (!v.is(idSchema, id)) return fail({ code: 'not-found' })
      const link = await makeOrderLink(database, { shopId: shop.id, buyerId, orderId: id }, clock.now())
      return link ? ok({ body: link }) : fail({ code: 'not-found' })
    },
  }
}

async function place(
  options: ShopHandlersOptions,
  { inTurn, placeOrder }: { inTurn: InTurn; placeOrder: PlaceOrder },
  { request, shop, buyerId }: BuyerCall,
): Outcome {
  const key = request.headers.get('idempotency-key')
  if (!key) return fail({ code: 'idempotency-key-missing' })
  const asked = await parseJsonBody(request, orderRequestSchema)
  if (!asked.ok) return asked
  const sameKey = sameCheckout(key, asked.value.checkoutId)
  if (!sameKey.ok) return sameKey
  const now = new Date(options.clock.now())
  const placed = await inTurn(`${shop.id} ${buyerId} ${key}`, () =>
    placeOrder(shop, buyerId, asked.value, now),
  )
  if (!placed) return fail({ code: 'in-flight', retryAfter: 1 })
  if (!placed.ok) return placed
  const { orders } = placed.value
  if (orders) return ok({ body: { orders } })
  const owner = { shopId: shop.id, buyerId }
  const earlier = await findOrders(options.database.kysely, owner, { checkoutId: key })
  return ok({ body: { orders: earlier }, headers: { 'idempotency-replayed': 'true' } })
}

function sameCheckout(key: string, checkoutId: string): Result<void, ApiFailure> {
  if (key === checkoutId) return ok(undefined)
  const issues = [{ path: 'Idempotency-Key', message: 'The key is the id of the checkout' }]
  return fail({ code: 'invalid', issues })
}

/** Orders with what the acquirer says now, where an answer of it may have been lost. */
async function freshOrders(
  options: ShopHandlersOptions,
  owner: CartOwner,
  filter: OrderFilter,
): Promise<Order[]> {
  const { kysely } = options.database
  const orders = await findOrders(kysely, owner, filter)
  const pending = orders.flatMap(({ payment }) => (payment?.state === 'pending' ? payment : []))
  if (pending.length === 0) return orders
  for (const { id } of pending) await checkPayment(options, { shopId: owner.shopId, paymentId: id })
  return findOrders(kysely, owner, filter)
}
