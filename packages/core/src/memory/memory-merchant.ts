import type { DeliveryOption } from '../delivery.ts'
import type { MerchantFailure } from '../failure.ts'
import type { Merchant } from '../merchant.ts'
import type { Money } from '../money.ts'
import type { OrderTerms } from '../order-terms.ts'
import type { PaymentFailureReason, PaymentMethod } from '../payment.ts'
import type { Category, Product } from '../product.ts'
import type { Promotion } from '../promotion.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Seller } from '../seller.ts'
import { memoryCart } from './memory-cart.ts'
import { categoriesOf, countFacets, selectProducts } from './memory-catalogue.ts'
import { memoryOrders } from './memory-orders.ts'
import { memoryPromotions } from './memory-promotions.ts'
import { sampleDelivery } from './sample-delivery.ts'
import { sampleProducts } from './sample-products.ts'

export interface MemoryMerchantOptions {
  products?: Product[]
  categories?: Category[]
  delivery?: DeliveryOption[]
  /** Whose a product is that names no seller. */
  seller?: Seller
  /** Pieces of each variant; left out means as many as one likes, or none where the catalogue says so. */
  stock?: Record<string, number>
  /** Before the call: `lost-request` never arrives; after it: `lost-answer` is carried out, but nobody hears of it. */
  fault?: (call: keyof Merchant) => 'none' | 'lost-request' | 'lost-answer' | MerchantFailure
  now?: () => number
  promotions?: Promotion[]
  /** Goods, before discounts, that an order has to come to at least. */
  minimumOrder?: Money
  /** Per cent of VAT in every price; left out where there is none. */
  vatRate?: number
}

export interface MemoryMerchant extends Merchant {
  /** What the acquirer says of a payment. */
  settlePayment(paymentId: string, outcome: 'paid' | PaymentFailureReason): void
  setPrice(variantId: string, amount: number): void
  setStock(variantId: string, left: number): void
}

/** A whole back end for one buyer, with the rules of the real one. */
export function memoryMerchant(options: MemoryMerchantOptions = {}): MemoryMerchant {
  const products = structuredCopy(options.products ?? sampleProducts)
  const fault = options.fault ?? (() => 'none')
  const own = options.seller ?? { id: 'shop', name: 'Vitrina' }
  const stock = new Map(Object.entries(options.stock ?? {}))
  const now = options.now ?? (() => 0)
  const promotions = memoryPromotions(options.promotions ?? [])
  const delivery = options.delivery ?? sampleDelivery
  const cart = memoryCart({ products, promotions, terms: termsOf(), leftOf, now })
  const orders = memoryOrders({
    cart,
    stock,
    leftOf,
    sellerOf,
    delivery,
    promotions,
    minimumOrder: options.minimumOrder,
    vatRate: options.vatRate,
    now,
  })

  function variants() {
    return products.flatMap((product) => product.variants)
  }

  function termsOf(): OrderTerms {
    const [cheapest] = delivery.map(({ price }) => price).sort((a, b) => a.amount - b.amount)
    const several = products.some(({ seller }) => seller)
    return {
      ...(options.minimumOrder && { minimum: options.minimumOrder }),
      ...(cheapest && !several && { deliveryFrom: cheapest }),
    }
  }

  function leftOf(variantId: string): number {
    const known = stock.get(variantId)
    if (known !== undefined) return known
    const variant = variants().find(({ id }) => id === variantId)
    return variant && variant.availability !== 'sold-out' ? Number.POSITIVE_INFINITY : 0
  }

  function sellerOf(variantId: string): Seller {
    const product = products.find(({ variants }) => variants.some(({ id }) => id === variantId))
    return product?.seller ?? own
  }

  function sellers(): Seller[] {
    const paymentMethods: PaymentMethod[] = ['cash', 'card']
    const all = [own, ...products.flatMap(({ seller }) => seller ?? [])]
    return [...new Map(all.map((seller) => [seller.id, { ...seller, paymentMethods }])).values()]
  }

  /** Every call is asynchronous, copies what it gives, and can be lost on the way there or back. */
  async function call<Value, Failure>(
    name: keyof Merchant,
    run: () => Result<Value, Failure>,
  ): Promise<Result<Value, Failure | MerchantFailure>> {
    await Promise.resolve()
    const what = fault(name)
    if (typeof what === 'object') return fail(what)
    if (what === 'lost-request') return fail({ code: 'timeout' })
    const result = structuredCopy(run())
    return what === 'lost-answer' ? fail({ code: 'timeout' }) : result
  }

  return {
    products: (query) => call('products', () => selectProducts(products, own, query)),
    product: (id) =>
      call('product', () => {
        const product = products.find((candidate) => candidate.id === id)
        return product ? ok(product) : fail({ code: 'not-found' } as const)
      }),
    categories: () => call('categories', () => ok(options.categories ?? categoriesOf(products))),
    facets: (query) => call('facets', () => countFacets(products, own, query)),
    sellers: () => call('sellers', () => ok(sellers())),
    syncCart: (sync) => call('syncCart', () => cart.sync(sync)),
    deliveryOptions: () => call('deliveryOptions', () => ok(orders.deliveryOptions())),
    quote: (request) => call('quote', () => orders.quote(request)),
    placeOrder: (request) => call('placeOrder', () => orders.place(request)),
    order: (id) => call('order', () => orders.order(id)),
    orders: (query) => call('orders', () => ok(orders.list(query))),
    cancelOrder: (id) => call('cancelOrder', () => orders.cancel(id)),
    startPayment: (orderId) => call('startPayment', () => orders.startPayment(orderId)),
    linkOrder: (orderId) => call('linkOrder', () => orders.link(orderId)),
    forget: () =>
      call('forget', () => {
        const done = orders.forget()
        if (done.ok) cart.clear()
        return done
      }),
    settlePayment: orders.settlePayment,
    setPrice(variantId, amount) {
      const variant = variants().find(({ id }) => id === variantId)
      if (variant) variant.price = { ...variant.price, amount }
    },
    setStock: (variantId, left) => void stock.set(variantId, left),
  }
}

function structuredCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
