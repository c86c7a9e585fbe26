import type { JSX } from 'preact'
import { WishButton, type WishButtonProps } from './wish-button.tsx'
import { WishedLine, type WishedLineProps } from './wished-line.tsx'

/** Drawn by the tap that puts something on the wish list: a line of the cart, or a variant that is looked at. */
export function Wish(props: WishButtonProps | WishedLineProps): JSX.Element {
  return 'line' in props ? <WishedLine {...props} /> : <WishButton {...props} />
}
