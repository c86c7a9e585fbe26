import type { CartLine } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { UndoButton } from './undo-button.tsx'
import { useAsideTexts } from './use-aside-texts.ts'
import { useWishList, wishOfLine } from './use-wish-list.ts'

export interface WishedLineProps {
  line: CartLine
  /** The line is in the cart as before. */
  onBack: () => void
}

/** Puts a line of the cart on the wish list, and says so in its place until the cart is left. */
export function WishedLine({ line, onBack }: WishedLineProps): JSX.Element {
  const { shop } = useScene()
  const words = useAsideTexts()
  const wishes = useWishList()
  const button = useRef<HTMLButtonElement>(null)
  const wish = wishOfLine(line)
  useLayoutEffect(() => {
    const at = button.current
    if (!at) return
    if (!wishes.add(at, wish)) return onBack()
    shop.cart.remove(line.variantId)
    if (shop.cart.getState().lines.some(({ variantId }) => variantId === line.variantId)) return onBack()
    // Whoever went on while this was fetched is not called back.
    const { activeElement } = at.getRootNode() as Document | ShadowRoot
    if (!activeElement?.matches('button, input')) at.focus()
  }, [])
  const undo = (at: EventTarget) => {
    if (!wishes.remove(at, wish)) return
    shop.cart.restore(line)
    onBack()
  }
  return <UndoButton said={words.wished(line.title)} place={button} onUndo={undo} />
}
