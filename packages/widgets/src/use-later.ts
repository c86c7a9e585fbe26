import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Later } from './later.ts'

/** Asks for it when drawn. While the next one is on its way what was shown before stays. */
export function useLater<Value>(later: Later<Value>): {
  value: Value | undefined
  failed: boolean
  again: () => void
} {
  const [, draw] = useState({})
  const shown = useRef(later.value)
  shown.current = later.value ?? shown.current
  const again = () => {
    void later.load().then(() => draw({}))
    draw({})
  }
  useLayoutEffect(() => {
    if (!later.value) again()
  }, [later])
  return { value: shown.current, failed: later.failed, again }
}
