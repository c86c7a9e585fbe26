/** The shops of the gallery: one for each language, since a host has one language. */

import graphite from '../../../examples/merchant/pictures/hoodie-graphite.svg?url'
import lamp from '../../../examples/merchant/pictures/lamp.svg?url'
import blue from '../../../examples/merchant/pictures/mug-blue.svg?url'
import terracotta from '../../../examples/merchant/pictures/mug-terracotta.svg?url'
import tea from '../../../examples/merchant/pictures/tea.svg?url'
import { createShop, money, type Product, type Shop, type Variant } from '../../../packages/core/src/index.ts'
import { memoryHost, memoryMerchant, memoryStorage } from '../../../packages/core/src/memory.ts'
import { browser } from '../../../packages/widgets/src/browser.ts'
import { defineElements } from '../../../packages/widgets/src/elements.ts'
import { announceShop } from '../../../packages/widgets/src/events.ts'

export type Language = 'ru' | 'en'

/** In Russian and in English, for what a merchant writes. */
type Words = readonly [ru: string, en: string]

const picture = (path: string) => ({ url: new URL(path, location.href).href })

function productsIn(language: Language): Product[] {
  const say = ([ru, en]: Words) => (language === 'ru' ? ru : en)
  const variant = (id: string, price: number, more: Partial<Variant> = {}): Variant => ({
    id,
    sku: id,
    price: money(price, 'RUB'),
    availability: 'in-stock',
    options: {},
    ...more,
  })
  const colour = say(['Цвет', 'Colour'])
  const size = say(['Размер', 'Size'])
  const make = (id: string, title: Words, about: Words, more: Partial<Product>): Product => ({
    id,
    title: say(title),
    description: say(about),
    categoryId: 'home',
    pictures: [],
    options: [],
    variants: [],
    attributes: [],
    ...more,
  })
  const mugs = [
    { value: say(['синяя', 'blue']), path: blue },
    { value: say(['терракота', 'terracotta']), path: terracotta },
  ]
  return [
    make(
      'mug',
      ['Кружка «Утро»', 'Morning mug'],
      ['350 мл, можно в посудомойку.', '350 ml, goes into the dishwasher.'],
      {
        pictures: mugs.map(({ path }) => picture(path)),
        options: [{ name: colour, values: mugs.map(({ value }) => value) }],
        variants: mugs.map(({ value, path }, index) =>
          variant(`mug-${index}`, 129000, {
            compareAt: money(159000, 'RUB'),
            options: { [colour]: value },
            picture: picture(path),
          }),
        ),
      },
    ),
    make('tea', ['Травяной чай', 'Herbal tea'], ['Сто граммов.', 'A hundred grams.'], {
      pictures: [picture(tea)],
      variants: [variant('tea', 39000)],
    }),
    make('hoodie', ['Худи с начёсом', 'Warm hoodie'], ['Хлопок.', 'Cotton.'], {
      pictures: [picture(graphite)],
      options: [{ name: size, values: ['S', 'M', 'L'] }],
      variants: ['S', 'M', 'L'].map((value, index) =>
        variant(`hoodie-${value}`, 459000, {
          options: { [size]: value },
          availability: (['in-stock', 'few-left', 'sold-out'] as const)[index] ?? 'in-stock',
        }),
      ),
    }),
    make('lamp', ['Настольная лампа', 'Desk lamp'], ['Тёплый свет.', 'Warm light.'], {
      pictures: [picture(lamp)],
      variants: [variant('lamp', 899000, { availability: 'sold-out' })],
    }),
  ]
}

/** Defines `<vitrina-ru-…>` or `<vitrina-en-…>`, and answers with their shop. */
export function openGalleryShop(language: Language): Shop {
  const host = memoryHost({ locale: language, user: { id: language, name: '' } })
  const follow = () => {
    const dark = document.documentElement.classList.contains('dark')
    host.appearance.set({ ...host.appearance.getState(), scheme: dark ? 'dark' : 'light' })
  }
  follow()
  new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['class'] })
  const merchant = memoryMerchant({
    products: productsIn(language),
    categories: [{ id: 'home', title: language === 'ru' ? 'Дом' : 'Home', products: 4 }],
    now: () => Date.now(),
  })
  const shop = createShop({
    ...browser(),
    storage: memoryStorage(),
    host,
    merchant,
    name: `gallery-${language}`,
  })
  defineElements(announceShop(shop), { prefix: `vitrina-${language}` })
  void shop.start()
  return shop
}
