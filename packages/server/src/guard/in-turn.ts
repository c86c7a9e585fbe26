/**
 * Runs what has the same name one after another, so that somebody's impatience takes one connection to the data base and
 * not all of them. Undefined when the earlier one has not ended in `patience` milliseconds; without that it waits for it.
 */
export type InTurn = <Value>(name: string, work: () => Promise<Value>) => Promise<Value | undefined>

export function createInTurn(patience?: number): InTurn {
  const running = new Map<string, Promise<unknown>>()

  return async (name, work) => {
    const deadline = patience === undefined ? undefined : performance.now() + patience
    for (let earlier = running.get(name); earlier; earlier = running.get(name)) {
      if (!(await endsBefore(earlier, deadline))) return undefined
    }
    const mine = work().finally(() => running.delete(name))
    running.set(name, mine)
    return mine
  }
}

async function endsBefore(work: Promise<unknown>, deadline: number | undefined): Promise<boolean> {
  const ended = work.then(
    () => true,
    () => true,
  )
  if (deadline === undefined) return ended
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, deadline - performance.now(), false)
  })
  const outcome = await Promise.race([ended, late])
  clearTimeout(timer)
  return outcome
}
