import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMoney, money, multiplyMoney, normalizePhone, type Product } from '../src/index.ts'
import { manualClock, memoryMerchant, sampleProducts, seededRandom } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

const mug = sampleProducts[0] as Product
const shirt = sampleProducts[1] as Product
const variants = [mug, shirt, shirt].map((product, index) => ({
  product,
  variant: product.variants[Math.max(0, index - 1)]!,
}))

/** A server that loses a third of all requests or answers while it is told to, always in the same way for a seed. */
function faultyMerchant(seed: number) {
  const random = seededRandom(seed)
  const state = { faulty: true }
  const merchant = memoryMerchant({
    fault() {
      const dice = random()
      if (!state.faulty || dice > 0.34) return 'none'
      return dice > 0.22 ? 'lost-answer' : dice > 0.11 ? 'lost-request' : { code: 'unavailable' }
    },
  })
  return { merchant, state }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      which: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      which: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 99 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), milliseconds: fc.nat(5000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const) }) },
)

function quantities({ shop }: Page): Record<string, number> {
  return Object.fromEntries(
    shop.cart.getState().lines.map(({ variantId, quantity }) => [variantId, quantity]),
  )
}

test('no intent is lost: lost answers, reloads and hours offline end in the cart that was tapped', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer(), async (steps, seed) => {
      const { merchant, state } = faultyMerchant(seed)
      let page = await openPage({ merchant })
      const model: Record<string, number> = {}
      for (const action of steps) {
        const { product, variant } = variants['which' in action ? action.which : 0]!
        const { id } = variant
        switch (action.kind) {
          case 'add':
            page.shop.cart.add(product, variant, action.quantity)
            model[id] = Math.min(999, (model[id] ?? 0) + action.quantity)
            break
          case 'set':
            // What the buyer does not see cannot be changed; right after a reload the cart may not be there yet.
            if (quantities(page)[id] === undefined) break
            page.shop.cart.setQuantity(id, action.quantity)
            model[id] = action.quantity
            break
          case 'remove':
            if (quantities(page)[id] === undefined) break
            page.shop.cart.remove(id)
            delete model[id]
            break
          case 'pass':
            await page.clock.pass(action.milliseconds)
            break
          case 'reload':
            await page.clock.pass(0)
            page = await page.reload()
        }
      }
      state.faulty = false
      page.network.wake()
      await page.clock.pass(120_000)
      expect(page.shop.cart.getState()).toMatchObject({ pending: 0, estimated: false })
      expect(quantities(page)).toEqual(model)
    }),
    { numRuns: 300 },
  )
})

test('two devices of one buyer end with the same cart as the server', async () => {
  const twoSteps = fc.array(fc.tuple(fc.nat(1), step), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(twoSteps, fc.integer(), async (steps, seed) => {
      const { merchant, state } = faultyMerchant(seed)
      const clock = manualClock()
      const pages = [await openPage({ merchant, clock }), await openPage({ merchant, clock })]
      let added = 0
      for (const [which, action] of steps) {
        const page = pages[which]!
        const { product, variant } = variants['which' in action ? action.which : 0]!
        if (action.kind === 'add') {
          page.shop.cart.add(product, variant, action.quantity)
          added += action.quantity
        } else if (action.kind === 'pass') await clock.pass(action.milliseconds)
      }
      state.faulty = false
      for (let round = 0; round < 2; round += 1) {
        for (const page of pages) page.network.wake()
        await clock.pass(60_000)
      }
      const [one, two] = pages.map(quantities)
      expect(one).toEqual(two)
      expect(Object.values(one ?? {}).reduce((sum, quantity) => sum + quantity, 0)).toBe(added)
    }),
    { numRuns: 200 },
  )
})

test('one checkout makes one order, whatever is lost, clicked twice or reloaded', async () => {
  const doing = fc.array(fc.constantFrom('place', 'reload', 'wake', 'pass'), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(doing, fc.integer(), fc.boolean(), async (actions, seed, byCard) => {
      const { merchant, state } = faultyMerchant(seed)
      state.faulty = false
      let page = await openPage({ merchant })
      page.shop.cart.add(mug, mug.variants[0]!)
      page.shop.checkout.open()
      await page.clock.pass(0)
      page.shop.checkout.edit({
        name: 'Anna',
        phone: '+79161234567',
        delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
        paymentMethod: byCard ? 'card' : 'cash',
        consent: true,
      })
      await page.clock.pass(0)
      state.faulty = true
      for (const action of actions) {
        if (action === 'place') page.shop.checkout.place()
        if (action === 'wake') page.network.wake()
        if (action === 'reload') page = await page.reload()
        await page.clock.pass(action === 'pass' ? 3000 : 0)
      }
      state.faulty = false
      page.network.wake()
      await page.clock.pass(120_000)
      page.shop.checkout.open()
      await page.clock.pass(0)
      page.shop.checkout.place()
      await page.clock.pass(10_000)
      const orders = await page.shop.orders.list()
      expect(orders.ok && orders.value.length).toBe(1)
      expect(page.shop.checkout.getState().step).toBe(byCard ? 'paying' : 'placed')
    }),
    { numRuns: 300 },
  )
})

test('money adds up without fractions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 999 }), (amount, quantity) => {
      const price = money(amount, 'RUB')
      let sum = money(0, 'RUB')
      for (let piece = 0; piece < quantity; piece += 1) sum = addMoney(sum, price)
      expect(multiplyMoney(price, quantity)).toEqual(sum)
    }),
    { numRuns: 50 },
  )
  expect(() => money(0.5, 'RUB')).toThrow(RangeError)
  expect(() => addMoney(money(1, 'RUB'), money(1, 'KZT'))).toThrow(RangeError)
})

test('understands the ways a phone number is typed, and changes an E.164 number never', () => {
  for (const typed of ['8 (916) 123-45-67', '+7 916 123 45 67', '9161234567', '7-916-123-45-67'])
    expect(normalizePhone(typed), typed).toBe('+79161234567')
  for (const typed of ['', '12345', 'call me', '+0 916 123 45 67', '9'.repeat(20)])
    expect(normalizePhone(typed), typed).toBeUndefined()
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{9,14}$/), (phone) => {
      expect(normalizePhone(phone)).toBe(phone)
    }),
  )
})
