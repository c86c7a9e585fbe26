/** A network's page with the widgets in its posts, as docs/guides/embed-in-a-feed.md says. */
import { httpMerchant } from '@vitrina/api'
import { createShop, createStore, type Host, ok } from '@vitrina/core'
import { browser } from '@vitrina/widgets/browser'
import { defineElements } from '@vitrina/widgets/elements'

const insets = { top: 0, right: 0, bottom: 0, left: 0 }
const host: Host = {
  name: 'bench',
  appearance: createStore({ scheme: 'light', insets }),
  launch: async () =>
    ok({
      proof: { scheme: 'memory', value: `${performance.timeOrigin}-${Math.random()}` },
      locale: 'ru',
      abilities: [],
    }),
  openLink: async () => ok(undefined),
}
const merchant = httpMerchant({ url: location.origin, shop: 'faults', host })
const shop = createShop({ ...browser(), host, name: 'faults', merchant })
defineElements(shop)
void shop.start()

const slots = [...document.querySelectorAll<HTMLElement>('vitrina-product-card')]
const places = slots.map((slot) => [slot, slot.parentElement] as const)
Object.assign(window, {
  async fill(lines: number) {
    let cursor: string | undefined
    for (let left = lines; left > 0; ) {
      const page = await merchant.products({ limit: Math.min(left, 100), ...(cursor && { cursor }) })
      if (!page.ok) throw new Error(page.error.code)
      for (const product of page.value.products) {
        const [variant] = product.variants
        if (variant) shop.cart.add(product, variant)
      }
      left -= page.value.products.length
      cursor = page.value.next ?? undefined
    }
    await shop.cart.drained()
  },
  unmount: () => slots.map((slot) => slot.remove()),
  mount: () => places.map(([slot, place]) => place?.append(slot)),
})
