/** What a screen is scrolled in: its sheet, or the page. */
export function scrollerOf(element: Element | null): Element {
  return element?.closest('dialog') ?? document.scrollingElement ?? document.documentElement
}
