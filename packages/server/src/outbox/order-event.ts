import type { Order, OrderState } from '@vitrina/core'

/** `order.placed` is every order's first, `order.refunded` means that money went back, the others are its moves. */
export type OrderEventType = 'order.placed' | 'order.refunded' | `order.${OrderState}`

/** Something that happened to an order, for whoever wants to be told. */
export interface OrderEvent {
  /** The same when it is told again: who keeps it, hears each thing once. */
  id: string
  type: OrderEventType
  /** When it happened; ISO 8601, UTC. */
  timestamp: string
  shopId: string
  buyerId: string
  /** As it is when it is told, which may be later: events can come out of order, what they carry is never old. */
  order: Order
}

/** Whom an event is for: the merchant's webhook, the buyer's notification. */
export type OutboxChannel = 'merchant' | 'buyer'

/** Resolves when it was told, and throws when it was not: then it is told again. */
export type Tell = (event: OrderEvent) => Promise<void>
