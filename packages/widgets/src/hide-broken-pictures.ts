import { make } from './make.ts'

/** A picture that does not come leaves its empty frame. An error does not bubble, so it is caught on its way down. */
export function hideBrokenPictures(root: ShadowRoot): void {
  const hide = ({ target }: Event) => {
    const picture = target as Element
    if (picture.className === 'v-frame') picture.replaceWith(make('div', { class: 'v-frame' }))
    else picture.toggleAttribute('hidden', true)
  }
  root.addEventListener('error', hide, true)
}
