import type { Loadable, Result } from '@vitrina/core'
import { useEffect, useState } from 'preact/hooks'

/** Asks once when drawn and again by `again`; an answer to an older question is dropped. */
export function useAnswer<Value, Failure>(
  ask: () => Promise<Result<Value, Failure>>,
  inputs: readonly unknown[],
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
    return () => {
      current = false
    }
  }, [...inputs, turn])
  const again = () => setTurn((current) => current + 1)
  return { state, again }
}
