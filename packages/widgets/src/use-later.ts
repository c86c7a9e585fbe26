import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import type { Later } from './later.ts'

/** Asks for it when drawn. While the next one is on its way what was shown before stays. */
export function useLater<Value>(later: Later<Value>): {
  value: Value | undefined
  failed: boolean
  again: () => void
} {
  const [, draw] = useReducer((draws: number, _action: null) => draws + 1, 0)
  const shown = useRef(later.value)
  shown.current = later.value ?? shown.current
  const again = () => {
    void later.load().then(() => draw(null))
    draw(null)
  }
  useLayoutEffect(() => {
    if (!later.value) again()
  }, [later])
  return { value: shown.current, failed: later.failed, again }
}
