import type { Language } from '../language.ts'
import { plural } from './plural.ts'

/** What cards and the cart button say: small, so both languages come with them. */
export interface CardTexts {
  addToCart: string
  /** Already in the cart, another one can be added. */
  inCart: (pieces: number) => string
  addMore: string
  choose: string
  soldOut: string
  oldPrice: string
  /** Before the price of the cheapest variant. */
  from: string
  loading: string
  cardFailed: string
  screenFailed: string
  retry: string
  cart: string
  pieces: (count: number) => string
}

/** What cards and the cart button say in each language. */
export const cardTexts: Record<Language, CardTexts> = {
  ru: {
    addToCart: 'В корзину',
    inCart: (pieces) => `В корзине: ${pieces}`,
    addMore: 'добавить ещё',
    choose: 'Выбрать',
    soldOut: 'Нет в наличии',
    oldPrice: 'Цена до скидки',
    from: 'от',
    loading: 'Загружаем товар',
    cardFailed: 'Товар не загрузился',
    screenFailed: 'Не открылось. Проверьте связь и нажмите ещё раз',
    retry: 'Повторить',
    cart: 'Корзина',
    pieces: (count) => plural('ru', count, { one: 'товар', few: 'товара', other: 'товаров' }),
  },
  en: {
    addToCart: 'Add to cart',
    inCart: (pieces) => `In cart: ${pieces}`,
    addMore: 'add one more',
    choose: 'Choose',
    soldOut: 'Sold out',
    oldPrice: 'Price before the reduction',
    from: 'from',
    loading: 'Loading the product',
    cardFailed: 'The product did not load',
    screenFailed: 'It did not open. Check the connection and tap again',
    retry: 'Try again',
    cart: 'Cart',
    pieces: (count) => plural('en', count, { one: 'item', other: 'items' }),
  },
}
