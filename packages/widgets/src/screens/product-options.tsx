import { findVariant, type Picture, type Product } from '@vitrina/core'
import type { JSX } from 'preact'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { ShownPicture } from './shown-picture.tsx'

export interface ProductOptionsProps {
  product: Product
  chosen: Record<string, string>
  onChoose: (options: Record<string, string>) => void
}

/** A group of radio buttons for each option. What cannot be bought is marked, not hidden: it may be back tomorrow. */
export const ProductOptions = replaceable('ProductOptions', OwnProductOptions)

function OwnProductOptions({ product, chosen, onChoose }: ProductOptionsProps): JSX.Element {
  const { texts } = useScene()
  return (
    <>
      {product.options.map(({ name, values }) => (
        <fieldset class="v-options" key={name}>
          <legend>
            {name}: <b>{chosen[name]}</b>
          </legend>
          <div>
            {values.map((value) => {
              const swatch = swatches(product, name)?.get(value)
              const variant = findVariant(product, { ...chosen, [name]: value })
              const available = variant !== undefined && variant.availability !== 'sold-out'
              return (
                <label class={available ? 'v-chip' : 'v-chip v-gone'} key={value}>
                  <input
                    type="radio"
                    part="option"
                    name={`${product.id}/${name}`}
                    value={value}
                    checked={chosen[name] === value}
                    onChange={() => onChoose({ ...chosen, [name]: value })}
                  />
                  {swatch && (
                    <span class="v-frame v-swatch">
                      <ShownPicture picture={swatch} sizes="32px" />
                    </span>
                  )}
                  <span>
                    {value}
                    {!available && <span class="v-hidden">, {texts.unavailable}</span>}
                  </span>
                </label>
              )
            })}
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** The pictures of an option's values, where each has one of its own, as colours have: a size does not decide what is seen. */
function swatches({ variants }: Product, name: string): Map<string | undefined, Picture | undefined> | null {
  const pictures = new Map(variants.map(({ options, picture }) => [options[name], picture]))
  const own = variants.every(({ options, picture }) => pictures.get(options[name])?.url === picture?.url)
  const different = new Set(variants.map(({ picture }) => picture?.url))
  return own && different.size > 1 ? pictures : null
}
