import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { forgetNear, whenNear } from '../near-viewport.ts'
import { useLatest } from '../use-latest.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/**
 * Asks for the next page when it comes near, and has a button for those who do not scroll. Who goes through the list by
 * keyboard comes to its end, and leaves it or presses the button.
 */
export function LoadMore({ busy, onMore }: { busy: boolean; onMore: () => void }): JSX.Element {
  const texts = useAsideTexts()
  const button = useRef<HTMLButtonElement>(null)
  const latest = useLatest(onMore)
  useEffect(() => {
    const end = button.current
    if (busy || !end || typeof IntersectionObserver === 'undefined') return
    whenNear(end, () => isWalkedByKeys(end) || latest())
    return () => forgetNear(end)
  }, [busy])
  return (
    <button
      type="button"
      class="v-button v-quiet v-more"
      part="load-more"
      ref={button}
      aria-disabled={busy}
      onClick={busy ? undefined : onMore}
    >
      {busy && <Busy />}
      {texts.showMore}
    </button>
  )
}

function isWalkedByKeys(end: Element): boolean {
  return end.parentElement?.querySelector('.v-rows :focus-visible, .v-more:focus-visible') != null
}
