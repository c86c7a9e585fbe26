import { deliveryOptionSchema, termsSchema } from '@vitrina/api/schemas'
import type {
  AddressSuggestions,
  DeliveryOption,
  Money,
  PaymentMethod,
  Promotion,
  Seller,
  Terms,
} from '@vitrina/core'
import * as v from 'valibot'
import type { Authenticator } from '../authenticator.ts'
import type { Tell } from '../outbox/order-event.ts'
import { amountSchema, promotionsSchema } from './promotion-schema.ts'
import { type Resizer, resizerSchema } from './resizer.ts'

/** A shop in the merchant's words. */
export interface ShopConfig {
  /** In addresses and keys: `lavka`. Never changes. */
  id: string
  /** For people: on the payment page. */
  name: string
  /** ISO 4217; the only one the shop sells in. */
  currency: string
  /** The shop's legal person in one line: firm, registration number, address. */
  legal?: string
  /** How the shop itself takes goods back, and where its offer and its privacy policy stand; shown on its products. */
  terms?: Terms
  /**
   * Others who sell in this shop, each with a feed of their own: `vitrina-server import FEED --seller ID`. What is
   * imported without a seller is the shop's own. A price of delivery counts once for each seller in a cart.
   */
  sellers?: Omit<Seller, 'paymentMethods'>[]
  delivery: DeliveryOption[]
  paymentMethods: PaymentMethod[]
  /** Minutes after which a card order that was not paid is cancelled and its stock returned. Default 60. */
  unpaidMinutes?: number
  /** What becomes of a guest's cart when the guest is known to be a buyer who has one, too. Default `merge`. */
  guestCart?: GuestCart
  /** Days after which a cart that nobody asked for is forgotten. Default 90. */
  cartDays?: number
  /** Codes that take something off. */
  promotions?: Promotion[]
  /** Goods, before discounts, that an order has to come to at least. */
  minimumOrder?: Money
  /**
   * VAT that prices contain, in whole per cent: of goods whose feed does not say, and of the delivery. Left out where the
   * merchant pays none.
   */
  vatRate?: number
  /** Pictures are then offered in several sizes, of which a browser takes what its screen needs. */
  resizer?: Resizer
}

/**
 * `merge`: the quantities are added, as far as there is enough. `keep-guest`: the guest's takes the place of the buyer's.
 * `keep-buyer`: the buyer's stays as it is. Where only one of the two has something in it, that one is kept.
 */
export type GuestCart = (typeof guestCarts)[number]

const guestCarts = ['merge', 'keep-guest', 'keep-buyer'] as const

/** What `vitrina.config.ts` exports. */
export interface VitrinaConfig {
  shop: ShopConfig
  /** Who understands which launch proof: `{ vk: vkAuthenticator({ secret }) }`. */
  authenticate: Record<string, Authenticator>
  /** Told of everything that happens to an order, for a message to the buyer; it throws when it could not. */
  notify?: Tell
  /** Who knows addresses: `dadataAddresses({ token })`. */
  addresses?: AddressSuggestions
  /** A folder with the pictures that the feed names by relative paths; relative to the configuration file. */
  pictures?: string
}

/**
 * Types a `vitrina.config.ts`.
 *
 * @example
 * export default defineConfig({
 *   shop: { id: 'lavka', name: 'Лавка', currency: 'RUB', delivery: [], paymentMethods: ['cash'] },
 *   authenticate: { vk: vkAuthenticator({ secret: process.env.VK_SECRET }) },
 * })
 */
export function defineConfig(config: VitrinaConfig): VitrinaConfig {
  return config
}

const shopIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'is 1 to 50 of a-z 0-9 -'))

const legalSchema = v.optional(v.pipe(v.string(), v.minLength(1, 'is missing'), v.maxLength(500)))

const sellerSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,19}$/, 'is 1 to 20 of a-z 0-9 -')),
  name: v.pipe(v.string(), v.minLength(1, 'is missing'), v.maxLength(100)),
  legal: legalSchema,
  terms: v.optional(termsSchema),
})

const shopSchema = v.strictObject({
  id: shopIdSchema,
  name: v.pipe(v.string(), v.minLength(1, 'is missing')),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'is an ISO 4217 code like RUB')),
  legal: legalSchema,
  terms: v.optional(termsSchema),
  sellers: v.optional(v.pipe(v.array(sellerSchema), v.maxLength(40, 'has at most 40'))),
  delivery: v.pipe(v.array(deliveryOptionSchema), v.minLength(1, 'has at least one option')),
  paymentMethods: v.pipe(v.array(v.picklist(['cash', 'card'])), v.minLength(1, 'has at least one')),
  unpaidMinutes: v.optional(
    v.pipe(v.number(), v.integer('is a whole number'), v.minValue(1, 'is at least 1')),
  ),
  guestCart: v.optional(v.picklist(guestCarts, `is one of ${guestCarts.join(', ')}`)),
  cartDays: v.optional(v.pipe(v.number(), v.integer('is a whole number'), v.minValue(1, 'is at least 1'))),
  promotions: v.optional(promotionsSchema),
  minimumOrder: v.optional(amountSchema),
  vatRate: v.optional(v.pipe(v.number(), v.integer('is in whole per cent'), v.minValue(0), v.maxValue(99))),
  resizer: v.optional(resizerSchema),
})

export const vitrinaConfigSchema: v.GenericSchema<unknown, VitrinaConfig> = v.pipe(
  v.strictObject({
    shop: shopSchema,
    authenticate: v.record(
      v.string(),
      v.custom<Authenticator>((value) => typeof value === 'function'),
    ),
    notify: v.optional(v.custom<Tell>((value) => typeof value === 'function', 'is a function')),
    addresses: v.optional(
      v.custom<AddressSuggestions>(
        (value) => typeof (value as AddressSuggestions | null)?.suggest === 'function',
        'has a function `suggest`',
      ),
    ),
    pictures: v.optional(v.string()),
  }),
  v.check(
    ({ shop }) => amountsOf(shop).every(({ currency }) => currency === shop.currency),
    'names every amount in the currency of the shop',
  ),
  v.check(({ shop }) => {
    const ids = [shop.id, ...(shop.sellers ?? []).map(({ id }) => id)]
    return new Set(ids).size === ids.length
  }, 'gives every seller an id of its own, other than the shop’s'),
)

function amountsOf({ delivery, promotions = [], minimumOrder }: v.InferOutput<typeof shopSchema>): Money[] {
  const ofPromotions = promotions.flatMap((promotion) => [
    promotion.minimum,
    'amount' in promotion ? promotion.amount : undefined,
  ])
  return [...delivery.map(({ price }) => price), ...ofPromotions, minimumOrder].filter(
    (amount) => amount !== undefined,
  )
}
