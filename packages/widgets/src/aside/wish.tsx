import type { JSX } from 'preact'
import { WishButton, type WishButtonProps } from './wish-button.tsx'
import { WishedLine, type WishedLineProps } from './wished-line.tsx'

/** A line on its way from the cart to the wish list, or the heart of a variant that is looked at. */
export function Wish(props: WishButtonProps | WishedLineProps): JSX.Element {
  return 'line' in props ? <WishedLine {...props} /> : <WishButton {...props} />
}
