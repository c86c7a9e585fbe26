/** CSS pixels: the bar with the button, and a little air. */
const bar = 96

/** Tells the widgets how much of the page a keyboard covers that lies over it. The answer ends it. */
export function followKeyboard(selector: string): () => void {
  const view = window.visualViewport
  const gone = new AbortController()
  const { signal } = gone
  let covered = 0

  function roots(): ShadowRoot[] {
    return [...document.querySelectorAll(selector)].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  }

  function fit(): void {
    if (!view) return
    // Of a page that is zoomed into less is seen, too.
    covered = Math.max(0, Math.round(window.innerHeight - view.height * view.scale - view.offsetTop))
    for (const root of roots()) {
      const style = root.querySelector<HTMLElement>('.v-page')?.style
      if (covered > 0) style?.setProperty('--v-inset-bottom', `${covered}px`)
      else style?.removeProperty('--v-inset-bottom')
    }
  }

  function showField(): void {
    for (const { activeElement: field } of roots()) {
      if (covered === 0 || !(field instanceof HTMLElement)) continue
      field.style.scrollMarginBlockEnd = `${covered + bar}px`
      field.scrollIntoView({ block: 'nearest' })
      field.style.scrollMarginBlockEnd = ''
    }
  }

  view?.addEventListener('resize', fit, { signal })
  view?.addEventListener('resize', showField, { signal })
  view?.addEventListener('scroll', fit, { signal })
  document.addEventListener('focusin', showField, { signal })
  return () => gone.abort()
}
