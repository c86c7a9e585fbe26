/**
 * Runs `work` again and again with a pause after each turn. The pause varies, so that servers that were started together
 * drift apart. `stop` resolves when the turn that runs is over.
 */
export function repeat(work: () => Promise<void>, pause: number): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let stopped = false
  const wait = () => {
    if (stopped) return
    timer = setTimeout(turn, pause * (0.75 + Math.random() / 2)).unref()
  }
  const turn = () => {
    running = work().finally(wait)
  }
  wait()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
