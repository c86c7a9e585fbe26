/** What is mutated, and the tests that have to notice. */
export interface MutationGroup {
  name: string
  files: string[]
  tests: string[]
}

const inCore = (names: string) => names.split(' ').map((name) => `packages/core/src/${name}.ts`)
const coreTests = (names: string) => names.split(' ').map((name) => `packages/core/test/${name}.test.ts`)
const inServer = (names: string) => names.split(' ').map((name) => `packages/server/src/${name}.ts`)
const serverTests = (names: string) => names.split(' ').map((name) => `packages/server/test/${name}.test.ts`)
const inVk = (names: string) => names.split(' ').map((name) => `packages/vk/src/server/${name}.ts`)
const vkTests = (names: string) => names.split(' ').map((name) => `packages/vk/test/${name}.test.ts`)

export const groups: MutationGroup[] = [
  {
    name: 'money',
    files: inCore('money pricing/included-vat pricing/split-money'),
    tests: coreTests('money pricing properties'),
  },
  {
    name: 'cart-log',
    files: inCore('cart cart-log create-cart fold-operations'),
    tests: coreTests('cart cart-log corpus promo properties saved sending tabs'),
  },
  {
    name: 'stock',
    files: inServer('orders/fitting-together orders/return-stock orders/write-checkouts'),
    tests: serverTests('fitting-together order-corpus order-life orders promotions sellers'),
  },
  {
    name: 'idempotency',
    files: inServer(
      'canonical-hash guard/ends-within guard/in-turn orders/make-orders orders/place-order orders/prepare-checkout orders/read-checkouts',
    ),
    tests: serverTests('canonical-hash idempotency in-turn order-corpus orders promotions sellers'),
  },
  {
    name: 'quote',
    files: [
      ...inCore('pricing/count-quote pricing/promotion-refusal'),
      ...inServer('orders/price-cart orders/priced-lines orders/quote-hash'),
    ],
    tests: [...coreTests('pricing'), ...serverTests('orders order-corpus priced-lines promotions')],
  },
  {
    name: 'verifiers',
    files: [
      ...inVk(
        'check-age launch-signature notification-signature ok-payment-notification read-notification read-pairs',
      ),
      ...inVk('verify-vk-field verify-vk-hash verify-vk-launch vk-order-notification vk-pay-notification'),
      'packages/web/src/guest-authenticator.ts',
      'packages/web/src/page-authenticator.ts',
    ],
    tests: [
      ...vkTests('ok-payment-notification verify-vk-field verify-vk-hash verify-vk-launch'),
      ...vkTests('vk-authenticator vk-order-notification vk-pay-notification'),
      'packages/web/test/authenticators.test.ts',
    ],
  },
  {
    name: 'tokens',
    files: inServer('payments/webhook-signature session-tokens'),
    tests: serverTests('session-tokens webhook-signature'),
  },
]
