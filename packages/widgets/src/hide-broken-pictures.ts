import { make } from './make.ts'

/** A picture that does not come leaves its empty frame. An error does not bubble, so it is caught on its way down. */
export function hideBrokenPictures(root: ShadowRoot): void {
  // In what a server drew it may have happened already.
  for (const picture of root.querySelectorAll('img')) {
    if (picture.complete) picture.decode().catch(() => hide({ target: picture }))
  }
  root.addEventListener('error', hide, true)
}

function hide({ target }: Pick<Event, 'target'>): void {
  const picture = target as HTMLElement
  if (picture.className === 'v-frame') picture.replaceWith(make('div', { class: 'v-frame' }))
  else picture.hidden = true
}
