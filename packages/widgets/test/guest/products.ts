import { money, type Product } from '@vitrina/core'
import { sampleProducts } from '@vitrina/core/memory'
import { market } from './market.ts'

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

const colours = { red: '#b3261e', green: '#1e7b34', blue: '#1e4fb3' }

/** Comes in three colours, each with a picture of its own in four sizes, and in two sizes. */
function pictured(origin: string): Product {
  const pictures = Object.entries(colours).map(([name, color]) => {
    const sized = (width: number) => `${origin}/pictures/${name}-${width}.svg`
    return {
      url: sized(1280),
      sources: [160, 320, 640].map((width) => ({ url: sized(width), width })),
      color,
    }
  })
  const variants = Object.keys(colours).flatMap((Colour, index) =>
    ['S', 'L'].map((Size): Product['variants'][number] => ({
      id: `cap-${Colour}-${Size}`,
      sku: `cap-${Colour}-${Size}`,
      price: money(90_000, 'RUB'),
      availability: Colour === 'green' && Size === 'L' ? 'sold-out' : 'in-stock',
      options: { Colour, Size },
      ...(pictures[index] && { picture: pictures[index] }),
    })),
  )
  return {
    id: 'cap',
    title: 'Felt cap',
    description: Array.from({ length: 12 }, (_, index) => `Paragraph ${index} about felt.`).join('\n\n'),
    categoryId: 'clothes',
    pictures,
    options: [
      { name: 'Colour', values: Object.keys(colours) },
      { name: 'Size', values: ['S', 'L'] },
    ],
    variants: variants.filter(({ id }) => id !== 'cap-blue-L'),
    attributes: [],
  }
}

/** What the shop of a test page sells; its pictures come from that page's server. */
export function productsOf(shop: string, origin: string): Product[] {
  if (shop === 'odd') return [odd]
  if (shop === 'pictured') return [pictured(origin)]
  if (shop === 'empty') return []
  if (shop === 'market') return market
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
