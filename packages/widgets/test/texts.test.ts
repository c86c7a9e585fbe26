import type {
  HostFailure,
  MerchantFailure,
  OrderState,
  PlaceOrderFailure,
  PromoRefusalReason,
  Quote,
} from '@vitrina/core'
import { expect, test } from 'vitest'
import { languageOf } from '../src/index.ts'
import { moneyText } from '../src/money-text.ts'
import { en as asideEn } from '../src/texts/aside/en.ts'
import { ru as asideRu } from '../src/texts/aside/ru.ts'
import { en } from '../src/texts/en.ts'
import { ru } from '../src/texts/ru.ts'

const merchantFailures: Record<MerchantFailure['code'], MerchantFailure> = {
  offline: { code: 'offline' },
  timeout: { code: 'timeout' },
  unavailable: { code: 'unavailable' },
  'rate-limited': { code: 'rate-limited' },
  unauthorized: { code: 'unauthorized', reason: 'expired' },
  'not-found': { code: 'not-found' },
  invalid: { code: 'invalid', issues: [] },
  unknown: { code: 'unknown', reason: 'x' },
}
const refusals: Record<HostFailure['code'], true> = {
  denied: true,
  unsupported: true,
  timeout: true,
  outside: true,
  'rate-limited': true,
  invalid: true,
  unknown: true,
}
const refusedPromos: Record<PromoRefusalReason, true> = {
  unknown: true,
  'not-yet': true,
  expired: true,
  'used-up': true,
  'used-by-you': true,
  replaced: true,
}
const dropped = { id: 'a', code: 'promo-dropped', promoCode: 'THIRD' } as const
const asideTexts = { en: asideEn, ru: asideRu }
const before = { amount: 100, currency: 'RUB' }
const after = { amount: 200, currency: 'RUB' }
const quote: Quote = {
  hash: 'h',
  revision: 1,
  lines: [],
  subtotal: after,
  promos: [],
  delivery: null,
  total: after,
  paymentMethods: [],
  adjustments: [],
  orders: [],
}

for (const texts of [ru, en]) {
  const money = moneyText(texts.language)

  test(`has words for every failure of a checkout (${texts.language})`, () => {
    const failures: PlaceOrderFailure[] = [
      ...Object.values(merchantFailures),
      { code: 'cart-empty' },
      { code: 'price-changed', before, after, quote },
      { code: 'price-changed', before: null, after, quote },
      { code: 'sold-out', lines: [] },
      { code: 'minimum-not-met', minimum: after, missing: before },
      { code: 'checkout-used' },
    ]
    for (const failure of failures) expect(texts.checkoutFailed(failure, money).length).toBeGreaterThan(10)
    const changed = texts.checkoutFailed({ code: 'price-changed', before, after, quote }, money)
    expect(changed).toContain(money(before))
    expect(changed).toContain(money(after))
  })

  test(`says what to do whenever the host gives no contact (${texts.language})`, () => {
    const { contactRefused } = asideTexts[texts.language]
    for (const reason of Object.keys(refusals) as HostFailure['code'][])
      expect(contactRefused[reason].length).toBeGreaterThan(10)
  })

  test(`has words for every adjustment, with its title (${texts.language})`, () => {
    const base = { id: 'a', variantId: 'v', title: 'Mug' }
    const { adjusted } = asideTexts[texts.language]
    const adjustments: Parameters<typeof adjusted>[0][] = [
      { ...base, code: 'capped', requested: 5, available: 2 },
      { ...base, code: 'gone' },
      { ...base, code: 'repriced', before, after },
      { id: 'a', title: 'Mug', code: 'refused', reason: 'x' },
    ]
    const words = adjustments.map((adjustment) => adjusted(adjustment, money))
    for (const each of words) expect(each).toContain('Mug')
    expect(new Set(words).size).toBe(adjustments.length)
    expect(adjusted({ id: 'a', code: 'merged', pieces: 3, dropped: 2 }, money)).toMatch(/3.*2/)
  })

  test(`says of every code why it takes nothing off, and how much is missing (${texts.language})`, () => {
    const reasons = Object.keys(refusedPromos) as PromoRefusalReason[]
    const refused = reasons.map((reason) => ({ ...dropped, reason }))
    const short = { ...dropped, reason: 'minimum-not-met' as const, minimum: after, missing: before }
    const words = [...refused, short].map((promo) => asideTexts[texts.language].promoDropped(promo, money))
    for (const each of words) expect(each).toContain('THIRD')
    expect(new Set(words).size).toBe(reasons.length + 1)
    expect(words.at(-1)).toContain(money(before))
    const minimum = texts.belowMinimum(money(after), money(before))
    for (const amount of [after, before]) expect(minimum).toContain(money(amount))
  })

  test(`tells every order state and reason apart (${texts.language})`, () => {
    const states: OrderState[] = ['awaiting-payment', 'confirmed', 'shipped', 'delivered', 'cancelled']
    const reasons = ['declined', 'authentication-failed', 'cancelled', 'expired'] as const
    const unpaid = reasons.map((reason) => asideTexts[texts.language].unpaidReasons[reason])
    expect(new Set(states.map((state) => texts.orderStates[state])).size).toBe(5)
    expect(new Set(unpaid).size).toBe(4)
  })
}

test('never says that an order failed while nobody knows', () => {
  expect(`${en.checking} ${en.checkingHint}`).not.toMatch(/fail|error/i)
  expect(`${ru.checking} ${ru.checkingHint}`).not.toMatch(/ошибк|не удал|не прош/i)
})

test('reads the languages of VK as the nearest one it speaks', () => {
  expect(['ru', 'ru-RU', 'uk', 'be', 'kk_KZ'].map(languageOf)).toEqual(['ru', 'ru', 'ru', 'ru', 'ru'])
  expect(['en', 'en-GB', 'de', '', 'constructor'].map(languageOf)).toEqual(['en', 'en', 'en', 'en', 'en'])
})

test('declines nouns with numbers in Russian', () => {
  expect([1, 2, 5, 11, 21, 22].map(ru.pieces)).toEqual([
    '1 товар',
    '2 товара',
    '5 товаров',
    '11 товаров',
    '21 товар',
    '22 товара',
  ])
})
