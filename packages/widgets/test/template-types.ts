/** What Vue's and Svelte's checkers read of the elements. */
import type {} from '@vitrina/widgets/svelte'
import type {} from '@vitrina/widgets/vue'
import type { SvelteHTMLElements } from 'svelte/elements'
import type { GlobalComponents } from 'vue'

type InVue = InstanceType<GlobalComponents['vitrina-product-card']>['$props']
export const inVue: InVue = {
  product: 'mug',
  onVitrinaAdd: ({ detail }) => detail.intent[0].title,
}
// @ts-expect-error A product is told by its id.
export const wrongInVue: InVue = { product: 1 }

type InSvelte = SvelteHTMLElements['vitrina-shop']
export const inSvelte: InSvelte = {
  route: 'cart',
  history: true,
  'onvitrina-screen': ({ detail }) => detail.name,
}
// @ts-expect-error A route is a text.
export const wrongInSvelte: InSvelte = { route: 1 }
