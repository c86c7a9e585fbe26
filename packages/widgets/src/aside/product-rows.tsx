import type { Product } from '@vitrina/core'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { ProductCard as OwnCard } from '../product-card.tsx'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { useLatest } from '../use-latest.ts'

const ProductCard = replaceable('ProductCard', OwnCard)

/** Fills its last row with one, two, three, four and five cards in a row: no grid has more. */
const cardsInBlock = 60

/**
 * Cards, in blocks that are drawn once: Preact is given a full block as it was, and the browser does not lay out one that is
 * far away. So the ten thousandth card costs what the first one did.
 */
export function ProductRows({ products }: { products: readonly Product[] }): JSX.Element {
  const { shop, navigate } = useScene()
  const open = useLatest((id: string) => navigate({ name: 'product', id }))
  const drawn = useRef(new Map<Product, Block>())
  const blocks = Array.from({ length: Math.ceil(products.length / cardsInBlock) }, (_, index) =>
    products.slice(index * cardsInBlock, (index + 1) * cardsInBlock),
  )
  const next = new Map<Product, Block>()
  const elements = blocks.map((block) => {
    const [first] = block
    if (!first) return null
    const before = drawn.current.get(first)
    const same = before?.products.every((product, index) => product === block[index])
    const element =
      same && before?.products.length === block.length ? (
        before.element
      ) : (
        <div class="v-grid" key={first.id}>
          {block.map((product) => (
            <ProductCard key={product.id} shop={shop} product={product} onOpen={open} />
          ))}
        </div>
      )
    next.set(first, { products: block, element })
    return element
  })
  drawn.current = next
  return <>{elements}</>
}

interface Block {
  products: readonly Product[]
  element: JSX.Element
}
