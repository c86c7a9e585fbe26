import { useMemo } from 'preact/hooks'

let ids = 0

/** An id for one place in which a component is drawn: two lists may be kept at once. */
export function useOwnId(name: string): string {
  return useMemo(() => {
    ids += 1
    return `v-${name}-${ids}`
  }, [])
}
