import { adoptStyles } from './adopt-styles.ts'

/**
 * The room of cards that nothing is drawn in yet, as high as they will be: a rule of the page's instead of something in each of
 * a thousand. How its cards are displayed stays the page's to say.
 */
export function keepRoom(card: Element): void {
  const name = card.localName
  const room = (layout: string, height: string) =>
    `${name}${layout}:not([data-drawn])::before{content:"";display:block;padding-block-end:calc(${height})}`
  adoptStyles(
    card.getRootNode() as Document | ShadowRoot,
    `:where(${name}:not([hidden])){display:block}` +
      room('', '100% + 136px') +
      room('[layout=post]', '75% + 140.5px') +
      room('[layout=row]', '154px') +
      // What the page puts in, whenever it does, is seen in its place alone.
      `${name}:not([data-drawn])>*{display:none}`,
  )
}
