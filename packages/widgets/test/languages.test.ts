import { expect, test } from 'vitest'
import { languageOf } from '../src/index.ts'
import { addLanguage, builtInTexts } from '../src/languages.ts'
import { cardTexts } from '../src/texts/card-texts.ts'
import { laterTexts } from '../src/texts/later-texts.ts'
import { cards, screens } from './guest/hebrew.ts'

const loaded = async (language: 'ru' | 'en') =>
  Object.values((await laterTexts[language].load()) ?? {}).find((texts) => texts.language === language)

test('speaks a language that it was taught to those who read it, and to nobody else', async () => {
  expect(languageOf('he-IL')).toBe('en')
  addLanguage('he', { cards, screens: async () => screens })
  const hebrew = languageOf('he-IL')
  expect(hebrew).toBe('he')
  expect(cardTexts[hebrew].addToCart).toBe(cards.addToCart)
  expect((await laterTexts[hebrew].load())?.[hebrew]).toMatchObject({
    language: 'he',
    retry: cards.retry,
    checkout: screens.checkout,
  })
  expect(['de', 'uk'].map(languageOf)).toEqual(['en', 'ru'])
})

test('asks again for words that did not come', async () => {
  let reachable = false
  addLanguage('ar', {
    cards,
    screens: async () => (reachable ? screens : Promise.reject(new TypeError('Failed to fetch'))),
  })
  const later = laterTexts[languageOf('ar')]
  expect(await later.load()).toBeUndefined()
  expect(later.failed).toBe(true)
  reachable = true
  expect(await later.load()).toBeDefined()
})

test('has a few of its own words said otherwise', async () => {
  const own = await builtInTexts('en')
  addLanguage('en', {
    cards: { ...own.cards, cart: 'Basket' },
    screens: async () => ({ ...(await own.screens()), checkout: 'To the till' }),
  })
  expect(cardTexts.en.cart).toBe('Basket')
  const texts = await loaded('en')
  expect(texts).toMatchObject({ cart: 'Basket', checkout: 'To the till', cartEmpty: 'The cart is empty' })
  expect(texts?.aside?.search).toBe('Search products')
  expect((await loaded('ru'))?.cart).toBe('Корзина')
})

test('refuses at once what is no language', () => {
  expect(() => addLanguage('иврит', { cards, screens: async () => screens })).toThrow(RangeError)
})
