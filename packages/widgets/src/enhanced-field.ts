import type { ComponentChildren, FunctionComponent } from 'preact'
import type { TextFieldProps } from './checkout/text-field.tsx'

type Enhance = (place: HTMLElement) => () => void
type Field = (props: TextFieldProps & { Default: FunctionComponent<TextFieldProps> }) => ComponentChildren

/**
 * A field that is drawn as a plain one and helped when the code for that has come: in its place, so that nothing that was
 * typed meanwhile, and neither focus nor caret, is lost. Without Preact of its own, so that it brings nothing into a page's first bytes.
 *
 * @param own Props in the place of those that a plain field has.
 */
export function enhancedField(load: () => Promise<Enhance>, own: Partial<TextFieldProps> = {}): Field {
  const enhance: Enhance = (place) => {
    let stop: (() => void) | undefined
    let ended = false
    void load().then(
      (start) => {
        if (!ended) stop = start(place)
      },
      () => {},
    )
    return () => {
      ended = true
      stop?.()
    }
  }
  // Called, not drawn: ours and this one are the same component.
  return ({ Default, ...props }) => Default({ ...props, ...own, enhance })
}
