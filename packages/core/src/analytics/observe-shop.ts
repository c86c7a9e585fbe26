import type { Checkout } from '../checkout.ts'
import { addMoney, multiplyMoney } from '../money.ts'
import type { CartStore, Catalogue, Shop } from '../shop.ts'
import type { Storage } from '../storage.ts'
import { lineItem, orderItem, productItem } from './event-item.ts'
import type { EventItem, ShopEvent } from './shop-event.ts'

export interface ObserveOptions {
  /** Remembers which orders were told of, so that a reload tells none again: `browser().storage`. */
  storage?: Storage
}

const key = 'vitrina_told_orders'
/** As many orders as are remembered. */
const remembered = 50

/**
 * The same shop, which tells what its buyer does. Give it to the widgets in the place of the one that `createShop` made;
 * who does not count does not load this. What changes on another device is told there.
 *
 * @example
 * const shop = observeShop(createShop(options), (event) => gtag('event', ...ga4Event(event)), { storage })
 */
export function observeShop(
  shop: Shop,
  tell: (event: ShopEvent) => void,
  { storage }: ObserveOptions = {},
): Shop {
  const { checkout } = shop
  /** What was in the cart, by variant: an order's lines are told with it. */
  const known = new Map<string, EventItem>()
  const told = createTold(storage)

  shop.cart.subscribe(({ lines }) => {
    for (const line of lines) known.set(line.variantId, lineItem(line))
  })
  let before: Checkout = checkout.getState()
  checkout.subscribe((state) => {
    const events = stepEvents(before, state, shop)
    before = state
    for (const event of events) tell(event)
    if (!('orders' in state)) return
    for (const order of state.orders) {
      // Of several sellers' orders one may be paid while another one waits, or was left unpaid and ended.
      if (order.state === 'awaiting-payment' || order.state === 'cancelled') continue
      void told.first(order.id).then((first) => {
        const items = order.lines.map((line) => orderItem(line, known))
        if (first) tell({ name: 'purchase', order, items, value: order.total })
      })
    }
  })

  return {
    ...shop,
    catalogue: observeCatalogue(shop.catalogue, tell),
    cart: observeCart(shop.cart, tell),
  }
}

function observeCatalogue(catalogue: Catalogue, tell: (event: ShopEvent) => void): Catalogue {
  return {
    ...catalogue,
    async products(query, asked) {
      const page = await catalogue.products(query, asked)
      const { search, categoryId, sellerId, ids } = query
      // Who asks for known products shows no list: an order's, to be put into the cart again.
      if (page.ok && !ids) {
        tell({
          name: 'view-list',
          items: page.value.products.map((product) => productItem(product)),
          ...(search && { search }),
          ...(categoryId && { categoryId }),
          ...(sellerId && { sellerId }),
        })
      }
      return page
    },
    selected: (product) => tell({ name: 'select', item: productItem(product) }),
    viewed: (product) => tell({ name: 'view', item: productItem(product) }),
  }
}

function observeCart(cart: CartStore, tell: (event: ShopEvent) => void): CartStore {
  const lineOf = (variantId: string) => cart.getState().lines.find((line) => line.variantId === variantId)
  return {
    ...cart,
    add(product, variant, quantity = 1) {
      cart.add(product, variant, quantity)
      tell({ name: 'add', item: productItem(product, variant, quantity) })
    },
    setQuantity(variantId, quantity) {
      const line = lineOf(variantId)
      cart.setQuantity(variantId, quantity)
      const more = quantity - (line?.quantity ?? quantity)
      if (line && more !== 0) {
        tell({ name: more > 0 ? 'add' : 'remove', item: lineItem(line, Math.abs(more)) })
      }
    },
    remove(variantId) {
      const line = lineOf(variantId)
      cart.remove(variantId)
      if (line) tell({ name: 'remove', item: lineItem(line) })
    },
    restore(line) {
      cart.restore(line)
      tell({ name: 'add', item: lineItem(line) })
    },
  }
}

/** What the way from one state of the checkout to the next says. */
function stepEvents(before: Checkout, after: Checkout, shop: Shop): ShopEvent[] {
  if (after.step !== 'filling') return []
  const items = shop.cart.getState().lines.map((line) => lineItem(line))
  const [first, ...rest] = items.map(({ price, quantity }) => multiplyMoney(price, quantity))
  if (!first) return []
  const value = rest.reduce(addMoney, first)
  const events: ShopEvent[] = []
  if (before.step === 'closed') events.push({ name: 'begin-checkout', items, value })
  const earlier = before.step === 'filling' ? before.draft : after.draft
  const { delivery, paymentMethod } = after.draft
  if (delivery && delivery.optionId !== earlier.delivery?.optionId) {
    events.push({ name: 'add-shipping', optionId: delivery.optionId, items, value })
  }
  if (paymentMethod && paymentMethod !== earlier.paymentMethod) {
    events.push({ name: 'add-payment', method: paymentMethod, items, value })
  }
  return events
}

/** Which orders were told of, on this page and, where there is a storage, before it. */
function createTold(storage: Storage | undefined) {
  const here = new Set<string>()
  let last = Promise.resolve(false)

  async function isNew(orderId: string): Promise<boolean> {
    const found = await storage?.get(key)
    const ids = found?.ok ? (found.value ?? '').split(' ').filter(Boolean) : []
    if (ids.includes(orderId)) return false
    await storage?.set(key, [...ids, orderId].slice(-remembered).join(' '))
    return true
  }

  return {
    async first(orderId: string): Promise<boolean> {
      if (here.has(orderId)) return false
      here.add(orderId)
      // One after the other: what one writes the next one reads.
      last = last.then(() => isNew(orderId))
      return last
    },
  }
}
