import { money } from '../money.ts'
import type { Product, Variant } from '../product.ts'

function variant(id: string, price: number, options: Record<string, string> = {}): Variant {
  return { id, sku: id, price: money(price, 'RUB'), availability: 'in-stock', options }
}

/** Three products: a simple one, one with options, one that is sold out. */
export const sampleProducts: Product[] = [
  {
    id: 'mug',
    title: 'Stoneware mug',
    description: 'Holds 350 ml.\n\nCan go into the dishwasher.',
    categoryId: 'kitchen',
    pictures: [],
    options: [],
    variants: [{ ...variant('mug-1', 129000), compareAt: money(159000, 'RUB') }],
    attributes: [{ name: 'Volume', value: '350 ml' }],
  },
  {
    id: 'shirt',
    title: 'Linen shirt',
    description: 'Soft from the first day.',
    categoryId: 'clothes',
    pictures: [],
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [
      variant('shirt-s', 450050, { Size: 'S' }),
      { ...variant('shirt-m', 450050, { Size: 'M' }), availability: 'few-left' },
    ],
    attributes: [],
  },
  {
    id: 'lamp',
    title: 'Desk lamp',
    description: '',
    categoryId: 'home',
    pictures: [],
    options: [],
    variants: [{ ...variant('lamp-1', 899000), availability: 'sold-out' }],
    attributes: [],
  },
]
