/** Scrolls what holds a screen, its sheet or the page, to the beginning. */
export function scrollToTop(element: Element): void {
  const holder = element.closest('dialog') ?? document.scrollingElement
  if (holder) holder.scrollTop = 0
}
