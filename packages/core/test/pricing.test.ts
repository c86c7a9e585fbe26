import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money, normalizePromoCode, type Promotion } from '../src/index.ts'
import {
  type CodeStanding,
  changePromoCodes,
  countQuote,
  includedVat,
  promotionRefusal,
  splitMoney,
} from '../src/pricing.ts'

const rub = (amount: number) => money(amount, 'RUB')
const amountsOf = (shares: { amount: number }[]) => shares.map(({ amount }) => amount)

test.each([
  [3, [1, 1, 1], [1, 1, 1]],
  [1000, [33333, 33333, 33334], [333, 333, 334]],
  // Equal remainders: the earlier line gets it.
  [1, [1, 1, 1], [1, 0, 0]],
  [2, [5, 5, 5], [1, 1, 0]],
  // 2.25 and 0.75: the larger remainder gets it, not the larger line.
  [3, [15, 5], [2, 1]],
  [100, [0, 1, 99], [0, 1, 99]],
  [0, [0, 0], [0, 0]],
  [0, [], []],
])('splits %d by %j into %j', (amount, weights, shares) => {
  expect(amountsOf(splitMoney(rub(amount), weights))).toEqual(shares)
})

test('M1–M4: a split loses no minor unit, is never more than the line, and never off by a whole one', () => {
  const prices = fc.array(fc.oneof(fc.nat(500), fc.nat(1e12)), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(prices, fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      const amount = Math.min(whole, Math.round(whole * part))
      const shares = amountsOf(splitMoney(rub(amount), weights))
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
      for (const [index, share] of shares.entries()) {
        const weight = weights[index] ?? 0
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(weight)
        // |share − amount × weight ÷ whole| < 1, without fractions.
        const off = BigInt(share) * BigInt(whole) - BigInt(amount) * BigInt(weight)
        expect(whole === 0 || (off < BigInt(whole) && -off < BigInt(whole))).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test('does not split something by nothing', () => {
  expect(() => splitMoney(rub(1), [0, 0])).toThrow('Nothing to split 1 by')
})

test.each([
  [12200, 22, 2200],
  [12000, 20, 2000],
  [100, 20, 17],
  [11000, 10, 1000],
  // 0.5 exactly goes up: 3 × 20 ÷ 120.
  [3, 20, 1],
  [2, 20, 0],
  [9000, 0, 0],
])('finds in %d at %d %% a VAT of %d', (amount, rate, vat) => {
  expect(includedVat(rub(amount), rate)).toEqual({ rate, amount: rub(vat) })
})

test('VAT is the nearest minor unit, however large the sum', () => {
  fc.assert(
    fc.property(fc.nat(1e14), fc.nat(99), (amount, rate) => {
      const vat = BigInt(includedVat(rub(amount), rate).amount.amount)
      const off = 2n * (vat * BigInt(100 + rate) - BigInt(amount) * BigInt(rate))
      expect(off <= BigInt(100 + rate) && off > -BigInt(100 + rate)).toBe(true)
    }),
  )
})

const shop = { id: 'shop', name: 'Shop' }
const line = fc.record({
  seller: fc.constantFrom(shop, { id: 'north', name: 'North' }, { id: 'south', name: 'South' }),
  variantId: fc.constant('v'),
  title: fc.constant('Mug'),
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPrice: fc.nat(1e9).map(rub),
  vatRate: fc.constantFrom(undefined, 0, 10, 22),
})
const promotion: fc.Arbitrary<Promotion> = fc.oneof(
  fc.record({
    code: fc.constant('A'),
    kind: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    code: fc.constant('B'),
    kind: fc.constant('fixed' as const),
    amount: fc.integer({ min: 1, max: 1e12 }).map(rub),
  }),
  fc.record({ code: fc.constant('C'), kind: fc.constant('free-delivery' as const) }),
)

test('whatever the codes, the lines make the total, and no line is below nothing', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.uniqueArray(promotion, { selector: ({ code }) => code, maxLength: 3 }),
      fc.option(fc.nat(1e6).map(rub)),
      (lines, promotions, delivery) => {
        const codes = promotions.map((one) => ({ code: one.code, promotion: one, used: 0, usedByBuyer: 0 }))
        const quote = countQuote({ currency: 'RUB', lines, delivery, deliveryVatRate: 22, codes, now: 0 })
        const sum = (amounts: (number | undefined)[]) =>
          amounts.reduce<number>((all, one) => all + (one ?? 0), 0)
        const goods = sum(quote.lines.map(({ total }) => total.amount))
        expect(quote.total.amount).toBe(goods + (quote.delivery?.amount ?? 0))
        expect(quote.subtotal.amount - (quote.discount?.amount ?? 0)).toBe(goods)
        expect(sum(quote.lines.map(({ discount }) => discount?.amount))).toBe(quote.discount?.amount ?? 0)
        expect(sum([...quote.lines, { vat: quote.deliveryVat }].map(({ vat }) => vat?.amount.amount))).toBe(
          quote.vat?.amount ?? 0,
        )
        for (const { total, vat } of quote.lines) {
          expect(total.amount).toBeGreaterThanOrEqual(0)
          expect(vat?.amount.amount ?? 0).toBeLessThanOrEqual(total.amount)
        }
        for (const what of ['subtotal', 'discount', 'delivery', 'total', 'vat'] as const) {
          expect(sum(quote.orders.map((order) => order[what]?.amount))).toBe(quote[what]?.amount ?? 0)
        }
        for (const { seller, ...order } of quote.orders) {
          const own = quote.lines.filter(({ sellerId }) => sellerId === seller.id)
          const goods = sum(own.map(({ total }) => total.amount))
          expect(order.total.amount).toBe(goods + (order.delivery?.amount ?? 0))
          expect(order.promos.map(({ code }) => code)).toEqual(quote.promos.map(({ code }) => code))
        }
        for (const [index, { amount }] of quote.promos.entries()) {
          expect(sum(quote.orders.map(({ promos }) => promos[index]?.amount.amount))).toBe(amount.amount)
        }
        expect(quote.promos.length + quote.dropped.length).toBe(codes.length)
        expect(quote.promos.filter(({ code }) => code !== 'C').length).toBeLessThan(2)
      },
    ),
    { numRuns: 500 },
  )
})

const standing = (promotion: Promotion | undefined, used = 0, usedByBuyer = 0): CodeStanding => ({
  code: promotion?.code ?? 'X',
  promotion,
  used,
  usedByBuyer,
})
const ten = { code: 'TEN', kind: 'percent', percent: 10 } as const
const at = (text: string) => Date.parse(text)

test('a code is good from its first moment, before its last, and as often as it may be used', () => {
  const winter = { ...ten, from: '2026-12-01T00:00:00+03:00', until: '2027-03-01T00:00:00+03:00' }
  const when = (text: string) => promotionRefusal(standing(winter), at(text))?.reason
  expect(when('2026-11-30T20:59:59Z')).toBe('not-yet')
  expect(when('2026-11-30T21:00:00Z')).toBeUndefined()
  expect(when('2027-02-28T20:59:59Z')).toBeUndefined()
  expect(when('2027-02-28T21:00:00Z')).toBe('expired')
  const rare = { ...ten, limit: 2, limitPerBuyer: 1 }
  expect(promotionRefusal(standing(rare, 1, 0), 0)).toBeUndefined()
  expect(promotionRefusal(standing(rare, 2, 0), 0)).toEqual({ reason: 'used-up' })
  expect(promotionRefusal(standing(rare, 2, 1), 0)).toEqual({ reason: 'used-by-you' })
  expect(promotionRefusal(standing(undefined), 0)).toEqual({ reason: 'unknown' })
})

test('a new code takes the place of the one before it, and free delivery goes along with a discount', () => {
  const known: Record<string, Promotion> = {
    TEN: ten,
    FIVE: { code: 'FIVE', kind: 'fixed', amount: rub(500) },
    FREE: { code: 'FREE', kind: 'free-delivery' },
  }
  const look = (code: string) => ({ code, promotion: known[code], used: 0, usedByBuyer: 0 })
  const give = (codes: string[], code: string) =>
    changePromoCodes(codes, { kind: 'apply-promo', code }, look, 0)
  expect(give(['FREE'], 'TEN')).toEqual({ promoCodes: ['FREE', 'TEN'], dropped: [] })
  expect(give(['TEN', 'FREE'], 'FIVE')).toEqual({
    promoCodes: ['FREE', 'FIVE'],
    dropped: [{ promoCode: 'TEN', reason: 'replaced' }],
  })
  expect(give(['TEN'], 'TEN')).toEqual({ promoCodes: ['TEN'], dropped: [] })
  expect(give(['TEN'], 'NO')).toEqual({
    promoCodes: ['TEN'],
    dropped: [{ promoCode: 'NO', reason: 'unknown' }],
  })
  expect(changePromoCodes(['TEN', 'FREE'], { kind: 'remove-promo', code: 'TEN' }, look, 0)).toEqual({
    promoCodes: ['FREE'],
    dropped: [],
  })
})

test('of two discounts that met in one cart the later counts, and the buyer is told of the other', () => {
  const five: Promotion = { code: 'FIVE', kind: 'fixed', amount: rub(500) }
  const lines = [{ seller: shop, variantId: 'v', title: 'Mug', quantity: 1, unitPrice: rub(10000) }]
  const codes = [standing(ten), standing(five)]
  const quote = countQuote({ currency: 'RUB', lines, delivery: null, codes, now: 0 })
  expect(quote.promos).toEqual([{ code: 'FIVE', amount: rub(500) }])
  expect(quote.dropped).toEqual([{ promoCode: 'TEN', reason: 'replaced' }])
})

test('a code that wants more goods says how much more; the shop’s own minimum likewise', () => {
  const lines = [{ seller: shop, variantId: 'v', title: 'Mug', quantity: 1, unitPrice: rub(10000) }]
  const quote = (minimum: number) =>
    countQuote({
      currency: 'RUB',
      lines,
      delivery: rub(500),
      codes: [standing({ ...ten, minimum: rub(minimum) })],
      minimumOrder: rub(minimum),
      now: 0,
    })
  expect(quote(10000)).toMatchObject({ total: rub(9500), dropped: [] })
  expect(quote(10000).belowMinimum).toBeUndefined()
  const figures = { minimum: rub(10001), missing: rub(1) }
  expect(quote(10001)).toMatchObject({
    total: rub(10500),
    dropped: [{ promoCode: 'TEN', reason: 'minimum-not-met', ...figures }],
    belowMinimum: figures,
  })
})

test('reads a code however it was typed', () => {
  expect(normalizePromoCode('  Лето 20\u200b26\n')).toBe('ЛЕТО2026')
  expect(normalizePromoCode(' \t')).toBe('')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const code = normalizePromoCode(typed)
      expect(normalizePromoCode(code)).toBe(code)
      expect(code.length).toBeLessThanOrEqual(40)
    }),
  )
})

const twoMugs = { seller: shop, variantId: 'v', title: 'Mug', quantity: 2, unitPrice: rub(50000) }

test('what there is none of is left out: no discount and no VAT where nothing is taken off and none is asked', () => {
  const order = { subtotal: rub(100000), promos: [], delivery: rub(35000), total: rub(135000) }
  expect(
    countQuote({ currency: 'RUB', lines: [twoMugs], delivery: rub(35000), codes: [], now: 0 }),
  ).toStrictEqual({
    lines: [
      {
        variantId: 'v',
        title: 'Mug',
        quantity: 2,
        unitPrice: rub(50000),
        sellerId: 'shop',
        total: rub(100000),
      },
    ],
    orders: [{ seller: shop, ...order }],
    ...order,
    dropped: [],
  })
})

test('a discount and the VAT in goods and delivery are told to the minor unit', () => {
  const codes = [
    {
      code: 'TEN',
      promotion: { code: 'TEN', kind: 'percent' as const, percent: 10 },
      used: 0,
      usedByBuyer: 0,
    },
  ]
  const lines = [{ ...twoMugs, vatRate: 22 }]
  const quote = countQuote({
    currency: 'RUB',
    lines,
    delivery: rub(35000),
    deliveryVatRate: 22,
    codes,
    now: 0,
  })
  // 90 000 × 22 ÷ 122 = 16 229.5…, 35 000 × 22 ÷ 122 = 6 311.4…
  expect(quote).toMatchObject({
    lines: [{ discount: rub(10000), total: rub(90000), vat: { rate: 22, amount: rub(16230) } }],
    discount: rub(10000),
    promos: [{ code: 'TEN', amount: rub(10000) }],
    deliveryVat: { rate: 22, amount: rub(6311) },
    vat: rub(22541),
    total: rub(125000),
  })
  expect(quote.orders).toMatchObject([{ discount: rub(10000), vat: rub(22541), total: rub(125000) }])
})
