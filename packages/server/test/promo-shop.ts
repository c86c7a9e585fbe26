import type { Promotion } from '@vitrina/core'
import { auditShop, type Database, type ShopConfig } from '../src/index.ts'
import { type Answer, type Buyer, openShop, product, rub, type TestShop } from './open-shop.ts'

export const minute = 60_000
export const third: Promotion = { code: 'THIRD', kind: 'percent', percent: 33 }
export const free: Promotion = { code: 'FREE', kind: 'free-delivery' }

export function priced(id: string, amount: number, more = {}) {
  const variant = { id: `${id}-v`, sku: id, price: rub(amount), stock: 50, options: {}, ...more }
  return product(id, 50, { variants: [variant] })
}

/** A shop of two articles and some promotions. */
export function promoShop(database: Database, promotions: Promotion[], config: Partial<ShopConfig> = {}) {
  const products = [priced('a', 33333), priced('b', 33334)]
  return openShop(database, { products }, { promotions, ...config })
}

/** A buyer with goods for 1 000 roubles in three pieces. */
export async function full(shop: TestShop): Promise<Buyer> {
  const buyer = await shop.buyer()
  await buyer.put('a-v', 2)
  await buyer.put('b-v', 1)
  return buyer
}

export function send(buyer: Buyer, request: { checkoutId: string }): Promise<Answer> {
  return buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
}

export function audit(database: Database, { shop }: TestShop) {
  return auditShop(database, shop.id)
}
