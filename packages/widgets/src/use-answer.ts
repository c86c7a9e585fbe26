import type { Loadable, Result } from '@vitrina/core'
import { useEffect, useState } from 'preact/hooks'
import { whenWorthAsking } from './browser/when-worth-asking.ts'

/**
 * Asks once when drawn and again by `again`; an answer to an older question is dropped. What is `alive` changes
 * elsewhere, so it is asked for whenever the page is looked at again, over what is shown.
 */
export function useAnswer<Value, Failure>(
  ask: () => Promise<Result<Value, Failure>>,
  inputs: readonly unknown[],
  { alive = false } = {},
): { state: Loadable<Value, Failure>; again: () => void } {
  const [state, setState] = useState<Loadable<Value, Failure>>({ status: 'loading' })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let current = true
    setState({ status: 'loading' })
    ask().then((answer) => {
      if (!current) return
      setState(
        answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', failure: answer.error },
      )
    })
    const look = () =>
      void ask().then((answer) => {
        if (current && answer.ok) setState({ status: 'ready', value: answer.value })
      })
    const stop = alive ? whenWorthAsking(look) : undefined
    return () => {
      current = false
      stop?.()
    }
  }, [...inputs, turn])
  const again = () => setTurn((current) => current + 1)
  return { state, again }
}
