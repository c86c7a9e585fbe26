import { followBack } from './follow-back.ts'
import { followKeyboard } from './follow-keyboard.ts'

export interface DeviceOptions {
  /** What the elements' names begin with; `vitrina` when left out. */
  prefix?: string
}

/**
 * Makes the widgets go with what a phone does by itself. Its back button leads back through the screens of an open sheet, and
 * out of it: each is an entry of the page's history, with what the page's own router keeps in its state. Its keyboard covers
 * neither the field that is typed into nor the button below. The answer ends both.
 *
 * @example
 * defineElements(shop)
 * followDevice()
 */
export function followDevice({ prefix = 'vitrina' }: DeviceOptions = {}): () => void {
  const ends = [followBack(`${prefix}-sheet`), followKeyboard(`${prefix}-sheet, ${prefix}-shop`)]
  return () => {
    for (const end of ends) end()
  }
}
