/** Work that nobody waits for; it is finished before the server closes, and its faults are told, not thrown. */
export interface Background {
  run(work: () => Promise<unknown>): void
  idle(): Promise<void>
}

export function createBackground(onError: (error: unknown) => void): Background {
  const running = new Set<Promise<unknown>>()
  return {
    run(work) {
      const promise = work()
        .catch(onError)
        .finally(() => running.delete(promise))
      running.add(promise)
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
