import { useRef } from 'preact/hooks'

/** A function that stays the same and calls the newest one: what depends on it is not done again. */
export function useLatest<Parameters extends unknown[], Answer>(
  run: (...parameters: Parameters) => Answer,
): (...parameters: Parameters) => Answer {
  const latest = useRef(run)
  latest.current = run
  return (...parameters) => latest.current(...parameters)
}
