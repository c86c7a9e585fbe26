/** The compiler takes the elements in the JSX of Preact, and refuses what they do not take. */
import type {} from '@vitrina/widgets/preact'

export const taken = (
  <vitrina-product-card class="in-post" product="mug" onvitrina-add={({ detail }) => void detail.result} />
)

export const refused = [
  // @ts-expect-error A product is told by its id.
  <vitrina-product-card key="1" product={1} />,
  // @ts-expect-error There are two schemes.
  <vitrina-cart-button key="2" data-scheme="sepia" />,
]
