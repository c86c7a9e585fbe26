import type { Product } from '@vitrina/core'
import type { JSX } from 'preact'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { Fact } from './fact.tsx'

export interface ProductWordsProps {
  product: Product
}

/** What is said of a product: its description and attributes. */
export const ProductWords = replaceable('ProductWords', OwnWords)

function OwnWords({ product }: ProductWordsProps): JSX.Element {
  const { texts } = useScene()
  const paragraphs = product.description.split(/\n\s*\n/).filter((paragraph) => paragraph.trim())
  return (
    <>
      {paragraphs.length > 0 && (
        <section class="v-words" part="description">
          <h3>{texts.description}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      )}
      {product.attributes.length > 0 && (
        <section class="v-words">
          <h3>{texts.attributes}</h3>
          <dl class="v-facts">
            {product.attributes.map(({ name, value }) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
