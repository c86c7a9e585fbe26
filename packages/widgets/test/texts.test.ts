import type { HostFailure, MerchantFailure, OrderState, PromoRefusalReason } from '@vitrina/core'
import { expect, test } from 'vitest'
import { languageOf } from '../src/index.ts'
import { moneyText } from '../src/money-text.ts'
import { en as asideEn } from '../src/texts/aside/en.ts'
import { ru as asideRu } from '../src/texts/aside/ru.ts'
import { en } from '../src/texts/en.ts'
import { ru } from '../src/texts/ru.ts'

const merchantFailures = Object.keys({
  offline: true,
  timeout: true,
  unavailable: true,
  'rate-limited': true,
  unauthorized: true,
  'not-found': true,
  invalid: true,
  unknown: true,
} satisfies Record<MerchantFailure['code'], true>) as MerchantFailure['code'][]
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
for (const texts of [ru, en]) {
  const money = moneyText(texts.language)

  test(`has words for every failure of a checkout (${texts.language})`, () => {
    const { refusals, priceChanged } = asideTexts[texts.language]
    for (const code of merchantFailures) expect(texts.failed[code].length).toBeGreaterThan(10)
    for (const words of Object.values(refusals)) expect(words.length).toBeGreaterThan(10)
    expect(priceChanged('100 ₽', '200 ₽')).toMatch(/100 ₽.*200 ₽/)
    expect(priceChanged(null, '200 ₽')).toContain('200 ₽')
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
