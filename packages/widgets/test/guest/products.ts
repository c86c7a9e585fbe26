import { money, type Product } from '@vitrina/core'
import { sampleProducts } from '@vitrina/core/memory'

/** An article of sixty characters, at the highest price there is room for, whose picture does not come. */
const odd: Product = {
  id: 'odd',
  title: 'Переподвыподверт четырёхсотшестидесятидвухмиллиметровый №1-А',
  description: 'A'.repeat(500),
  categoryId: 'odd',
  pictures: [{ url: 'http://127.0.0.1:9/no-such-picture.webp' }],
  options: [],
  variants: [
    {
      id: 'odd-1',
      sku: 'odd-1',
      price: money(999_999_999, 'RUB'),
      availability: 'in-stock',
      options: {},
    },
  ],
  attributes: [{ name: 'Б'.repeat(60), value: 'В'.repeat(60) }],
}

/** What the shop of a test page sells. */
export function productsOf(shop: string): Product[] {
  if (shop === 'odd') return [odd]
  if (shop === 'empty') return []
  if (shop === 'full') return Array.from({ length: 10_000 }, (_, index) => ({ ...odd, ...numbered(index) }))
  return sampleProducts
}

function numbered(index: number): Partial<Product> {
  const [variant] = odd.variants
  const id = `article-${index}`
  return {
    id,
    title: `Article ${index}`,
    pictures: [],
    variants: variant ? [{ ...variant, id: `${id}-1`, price: money(10_000 + index, 'RUB') }] : [],
  }
}
