/** A picture that does not come leaves its empty frame. An error does not bubble, so it is caught on its way down. */
export function hideBrokenPictures(root: ShadowRoot): void {
  const hide = ({ target }: Event) => (target as Element).toggleAttribute('hidden', true)
  root.addEventListener('error', hide, true)
}
