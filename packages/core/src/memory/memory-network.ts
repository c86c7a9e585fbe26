import type { Network } from '../network.ts'

export interface MemoryNetwork extends Network {
  setOnline(online: boolean): void
  /** As if the page were shown again. */
  wake(): void
}

export function memoryNetwork(): MemoryNetwork {
  const listeners = new Set<() => void>()
  let online = true
  const wake = () => {
    for (const listener of listeners) listener()
  }
  return {
    online: () => online,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setOnline(next) {
      online = next
      wake()
    },
    wake,
  }
}
