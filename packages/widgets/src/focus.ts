/** A ref that gives the focus to what has just come in the place of the button that was pressed. */
export function focus(element: HTMLElement | null): void {
  element?.focus()
}
