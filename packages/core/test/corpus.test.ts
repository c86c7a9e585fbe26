/** Bugs that other shops had in the buyer's page, by the thread that tells of them: they must not happen here. */
import { expect, test } from 'vitest'
import { createShop, type Merchant, type Storage } from '../src/index.ts'
import { manualClock, memoryHost, memoryMerchant, memoryNetwork, sampleProducts } from '../src/memory.ts'
import { openPage } from './page.ts'

const [mug] = sampleProducts as [(typeof sampleProducts)[0]]
const variant = mug.variants[0]!

/** A page over a storage of the browser that does as it is told. */
async function pageOver(storage: Storage, merchant = memoryMerchant()) {
  const clock = manualClock()
  let ids = 0
  const shop = createShop({
    host: memoryHost(),
    merchant,
    storage,
    clock,
    network: memoryNetwork(),
    random: () => 0.5,
    createId: () => {
      ids += 1
      return `${Math.random()}-${ids}`
    },
  })
  await shop.start()
  await clock.pass(0)
  return { shop, clock }
}

test('C5 hydrogen#2391: a removed line does not come back with an answer that is late', async () => {
  const late: (() => void)[] = []
  let hold = false
  const wrap = (merchant: Merchant): Merchant => ({
    ...merchant,
    async syncCart(sync) {
      const answer = await merchant.syncCart(sync)
      if (hold) await new Promise<void>((resolve) => late.push(resolve))
      return answer
    },
  })
  const { shop, clock, network } = await openPage({ wrap })
  shop.cart.add(mug, variant)
  await clock.pass(0)
  hold = true
  network.wake()
  await clock.pass(0)
  hold = false
  shop.cart.remove('mug-1')
  await clock.pass(0)
  for (const release of late) release()
  await clock.pass(0)
  expect(shop.cart.getState()).toMatchObject({ lines: [], pending: 0 })
})

test('C5 hydrogen#1691, #2524: the cart is empty after the order, also on the page that is gone back to', async () => {
  const page = await openPage()
  const { shop, clock, merchant } = page
  shop.cart.add(mug, variant)
  await clock.pass(0)
  const options = await merchant.deliveryOptions()
  const optionId = (options.ok && options.value.find(({ kind }) => kind === 'courier')?.id) || ''
  const quote = await merchant.quote({ deliveryOptionId: optionId })
  await merchant.placeOrder({
    checkoutId: 'elsewhere',
    quoteHash: quote.ok ? quote.value.hash : '',
    contact: { name: 'Anna', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId, address: 'Sadovaya 1' },
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
  })
  page.network.wake()
  await clock.pass(0)
  expect(shop.cart.getState().lines).toEqual([])
  expect((await page.reload()).shop.cart.getState().lines).toEqual([])
})

test('C6 hydrogen#3378: a quantity that the server lowers is told', async () => {
  const { shop, clock } = await openPage({ merchant: memoryMerchant({ stock: { 'mug-1': 2 } }) })
  shop.cart.add(mug, variant, 4)
  await clock.pass(0)
  expect(shop.cart.getState().adjustments).toMatchObject([{ code: 'capped', requested: 4, available: 2 }])
})

test.each<[string, Storage]>([
  [
    'is full of something else',
    {
      get: async () => ({ ok: true, value: undefined }),
      set: async () => ({ ok: false, error: { code: 'unknown', reason: 'QuotaExceededError' } }),
    },
  ],
  [
    'may not be touched',
    {
      get: async () => ({ ok: false, error: { code: 'denied' } }),
      set: async () => ({ ok: false, error: { code: 'denied' } }),
    },
  ],
])(
  'C7 nanostores/persistent#52, ecomplus/shopping-cart#126: a storage that %s keeps nobody from shopping',
  async (_, storage) => {
    const { shop, clock } = await pageOver(storage)
    shop.cart.add(mug, variant, 2)
    await clock.pass(0)
    expect(shop.cart.getState()).toMatchObject({ count: 2, pending: 0, estimated: false })
  },
)

test('C8 telegramdesktop#31051: a storage that forgets everything costs nothing, for the server has the cart', async () => {
  const forgetful: Storage = {
    get: async () => ({ ok: true, value: undefined }),
    set: async () => ({ ok: true, value: undefined }),
  }
  const merchant = memoryMerchant()
  const first = await pageOver(forgetful, merchant)
  first.shop.cart.add(mug, variant, 3)
  await first.clock.pass(0)
  first.shop.stop()
  const second = await pageOver(forgetful, merchant)
  expect(second.shop.cart.getState()).toMatchObject({ status: 'ready', count: 3 })
})
