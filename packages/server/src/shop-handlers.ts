import {
  addressRequestSchema,
  cartSyncSchema,
  facetQuerySchema,
  idSchema,
  productQuerySchema,
  quoteRequestSchema,
} from '@vitrina/api/schemas'
import { type AddressSuggestions, type Clock, fail, ok } from '@vitrina/core'
import * as v from 'valibot'
import type { Authenticator } from './authenticator.ts'
import { createSyncCart } from './cart/sync-cart.ts'
import { findCategories } from './catalogue/find-categories.ts'
import { findFacets } from './catalogue/find-facets.ts'
import { findProducts } from './catalogue/find-products.ts'
import { createProductLookup } from './catalogue/product-lookup.ts'
import type { ProductView } from './catalogue/product-of-rows.ts'
import { allSellers, findSeller, storedSeller } from './configuration/find-seller.ts'
import type { ShopConfig } from './configuration/shop-config.ts'
import type { Database } from './database/open-database.ts'
import { forgetBuyer } from './forget-buyer.ts'
import type { EndedSessions } from './guard/ended-sessions.ts'
import type { GuardOptions } from './guard/guard.ts'
import type { RateLimiter } from './guard/rate-limits.ts'
import type { Handlers } from './http/mount-routes.ts'
import { parseJsonBody, parseQuery } from './http/parse.ts'
import { openSession } from './open-session.ts'
import { orderHandlers } from './order-handlers.ts'
import { findOption } from './orders/choose-delivery.ts'
import type { OrderNumbers } from './orders/order-numbers.ts'
import { priceCart } from './orders/price-cart.ts'
import { readCheckouts } from './orders/read-checkouts.ts'
import type { PaymentProvider } from './payments/payment-provider.ts'
import type { SessionTokens } from './session-tokens.ts'

export interface ShopHandlersOptions {
  database: Database
  authenticate: Record<string, Authenticator>
  tokens: SessionTokens
  ended: EndedSessions
  numbers: OrderNumbers
  provider: PaymentProvider
  clock: Clock
  guard: GuardOptions
  limiter: RateLimiter
  picturesUrl: string
  addresses?: AddressSuggestions | undefined
}

/** What each route does: parse, ask the part that knows, answer. */
export function shopHandlers(options: ShopHandlersOptions): Handlers {
  const { database, clock, ended, picturesUrl } = options
  const { kysely } = database
  const viewOf = (shop: ShopConfig): ProductView => ({
    currency: shop.currency,
    picturesUrl,
    ...(shop.resizer && { resizer: shop.resizer }),
    ...(shop.sellers && { sellerOf: (id) => findSeller(shop, id) }),
  })
  const findProduct = createProductLookup(kysely)
  const syncCart = createSyncCart(database)
  return {
    session: (call) => openSession(options, call),
    async products({ request, shop }) {
      const query = parseQuery(request.url, productQuerySchema)
      if (!query.ok) return query
      const page = await findProducts(kysely, shop.id, askedIn(shop, query.value), viewOf(shop))
      return page.ok ? ok({ body: page.value }) : page
    },
    async facets({ request, shop }) {
      const query = parseQuery(request.url, facetQuerySchema)
      if (!query.ok) return query
      return ok({ body: await findFacets(kysely, shop, askedIn(shop, query.value)) })
    },
    async sellers({ shop }) {
      return ok({ body: { sellers: allSellers(shop) } })
    },
    async product({ shop, param }) {
      const id = param('product')
      if (!v.is(idSchema, id)) return fail({ code: 'not-found' })
      const product = await findProduct(shop.id, id, viewOf(shop))
      return product ? ok({ body: product }) : fail({ code: 'not-found' })
    },
    async categories({ shop }) {
      return ok({ body: { categories: await findCategories(kysely, shop.id) } })
    },
    async deliveryOptions({ shop }) {
      return ok({ body: { options: shop.delivery } })
    },
    async addressSuggestions({ request }) {
      const asked = await parseJsonBody(request, addressRequestSchema)
      if (!asked.ok) return asked
      const found = await options.addresses?.suggest(asked.value.text)
      if (!found) return fail({ code: 'not-found' })
      // Whatever it is there, here it is not to be had now.
      return found.ok ? ok({ body: { suggestions: found.value } }) : fail({ code: 'unavailable' })
    },
    async syncCart({ request, shop, buyerId }) {
      const sync = await parseJsonBody(request, cartSyncSchema)
      if (!sync.ok) return sync
      for (const { kind } of sync.value.operations) {
        if (kind !== 'apply-promo') continue
        const tried = await options.limiter.take('promo', `${shop.id} ${buyerId}`)
        if (!tried.ok) return tried
      }
      const now = clock.now()
      return ok({ body: await syncCart(shop, buyerId, sync.value, { ...viewOf(shop), now }) })
    },
    async quote({ request, shop, buyerId }) {
      const asked = await parseJsonBody(request, quoteRequestSchema)
      if (!asked.ok) return asked
      const { deliveryOptionId } = asked.value
      const option =
        deliveryOptionId === null ? ok(null) : findOption(shop, deliveryOptionId, 'deliveryOptionId')
      if (!option.ok) return option
      const [found] = await readCheckouts(kysely, shop.id, [{ buyerId, checkoutId: null }])
      if (!found) return fail({ code: 'cart-empty' })
      const quote = priceCart(shop, found, { option: option.value, now: clock.now() })
      return quote.ok ? ok({ body: quote.value }) : quote
    },
    async forget({ shop, buyerId }) {
      const at = new Date(clock.now())
      const done = await forgetBuyer(database, { shopId: shop.id, buyerId, at })
      if (!done.ok) return done
      ended.end(shop.id, buyerId, at)
      return ok({ body: {} })
    },
    ...orderHandlers(options),
  }
}

/** A query as the tables know it. */
function askedIn<Asked extends { category?: string | undefined; seller?: string | undefined }>(
  shop: ShopConfig,
  { category: categoryId, seller, ...rest }: Asked,
) {
  return {
    ...rest,
    ...(categoryId !== undefined && { categoryId }),
    ...(seller !== undefined && { sellerId: storedSeller(shop, seller) }),
  }
}
