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
      'canonical-hash guard/in-turn orders/make-orders orders/place-order orders/prepare-checkout orders/read-checkouts',
    ),
    tests: serverTests('idempotency in-turn order-corpus orders promotions sellers'),
  },
  {
    name: 'quote',
    files: [
      ...inCore('pricing/count-quote pricing/promotion-refusal'),
      ...inServer('orders/price-cart orders/priced-lines orders/quote-hash'),
    ],
    tests: [...coreTests('pricing'), ...serverTests('orders order-corpus promotions')],
  },
  {
    name: 'launches',
    files: [
      'packages/vk/src/launch-parameters.ts',
      'packages/vk/src/launch-signature.ts',
      'packages/vk/src/verify-vk-launch.ts',
      'packages/web/src/guest-authenticator.ts',
      'packages/web/src/page-authenticator.ts',
    ],
    tests: ['packages/vk/test/verify-vk-launch.test.ts', 'packages/web/test/authenticators.test.ts'],
  },
  {
    name: 'tokens',
    files: inServer('payments/webhook-signature session-tokens'),
    tests: serverTests('session-tokens webhook-signature'),
  },
]
