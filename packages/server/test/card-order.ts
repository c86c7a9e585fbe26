import { randomUUID } from 'node:crypto'
import { paymentSchema } from '@vitrina/api/schemas'
import type { Order, Payment } from '@vitrina/core'
import * as v from 'valibot'
import { expect, vi } from 'vitest'
import type { Database, ServerOptions, ShopConfig } from '../src/index.ts'
import { signWebhook } from '../src/payments/webhook-signature.ts'
import { acquirerSecret, type Buyer, openShop, product, publicUrl, type TestShop } from './open-shop.ts'

type Pending = Extract<Payment, { state: 'pending' }>

export async function cardOrder(
  database: Database,
  options: Partial<ServerOptions> = {},
  config: Partial<ShopConfig> = {},
) {
  const shop = await openShop(database, { products: [product('mug', 5)], ...options }, config)
  const buyer = await shop.buyer()
  await buyer.put('mug-v', 1)
  const order = await buyer.placed({ paymentMethod: 'card' })
  return { shop, buyer, order, payment: await start(buyer, order) }
}

export async function start(buyer: Buyer, order: Order): Promise<Pending> {
  const ask = () => buyer.request('POST', `/orders/${order.id}/payments`, {})
  const first = await ask()
  // As the client does: what was answered with "not now" is asked again.
  const { body } = first.status === 503 ? await ask() : first
  const payment = v.parse(paymentSchema, body)
  if (payment.state !== 'pending') throw new Error(`The payment is ${payment.state}`)
  return payment
}

export async function submit({ server }: TestShop, url: string, fields: Record<string, string> = {}) {
  const response = await server.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }))
  expect(response.status).toBe(303)
  return server.fetch(new Request(new URL(response.headers.get('location') ?? '', publicUrl)))
}

export async function orderNow(buyer: Buyer, { id }: Pick<Order, 'id'>): Promise<Order> {
  return (await buyer.request('GET', `/orders/${id}`)).body
}

/** Sends what the acquirer would say of a payment, as it would sign it. */
export async function notify(
  { server, shop, clock }: TestShop,
  { id, orderId }: Payment,
  status: object,
  { secret = acquirerSecret, age = 0, event = `evt_${randomUUID()}`, altered = false } = {},
) {
  const amount = { amount: 164000, currency: 'RUB' }
  const text = JSON.stringify({ shopId: shop.id, paymentId: id, status: { orderId, amount, ...status } })
  const body = new TextEncoder().encode(text)
  const headers = signWebhook([secret], event, Math.floor(clock.now() / 1000) - age, body)
  const sent = altered ? text.replace('164000', '164001') : text
  const request = { method: 'POST', headers, body: sent }
  return (await server.fetch(new Request(`${publicUrl}/acquirer/notifications`, request))).status
}

export async function inboxOf(database: Database, { shop }: TestShop) {
  return database.kysely.selectFrom('inbox').selectAll().where('shop_id', '=', shop.id).execute()
}

export async function paymentRows(database: Database, { shop }: TestShop) {
  return database.kysely.selectFrom('payments').selectAll().where('shop_id', '=', shop.id).execute()
}

/** Waits until every notification was dealt with. */
export function settled(database: Database, shop: TestShop): Promise<void> {
  return eventually(async () => {
    const inbox = await inboxOf(database, shop)
    expect(inbox.length).toBeGreaterThan(0)
    expect(inbox.filter(({ outcome }) => outcome === null)).toEqual([])
  })
}

/** What the server does after it has answered is soon true, also on a machine that is busy. */
export function eventually(check: () => Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 4_000, interval: 20 })
}
