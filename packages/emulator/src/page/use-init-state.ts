import { useCallback, useEffect, useState } from 'preact/hooks'

/** VK gives an app this long to say `VKWebAppInit`, then it shows an error instead. */
const patience = 30_000

/** Whether the app has introduced itself, and the function to call when it does. */
export function useInitState(): ['waiting' | 'late' | 'running', () => void] {
  const [state, setState] = useState<'waiting' | 'late' | 'running'>('waiting')
  useEffect(() => {
    if (state !== 'waiting') return
    const timer = setTimeout(() => setState('late'), patience)
    return () => clearTimeout(timer)
  }, [state])
  return [state, useCallback(() => setState('running'), [])]
}
