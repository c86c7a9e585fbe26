/** Something that is fetched when somebody wants it. */
export interface Later<Value> {
  /** What came, once it has. */
  value?: Value
  /** The last try brought nothing. */
  failed: boolean
  /** Fetches it once; undefined when it did not come. A failure is not kept: the next call asks again. */
  load: () => Promise<Value | undefined>
}

export function createLater<Value>(fetch: () => Promise<Value>): Later<Value> {
  let asked: Promise<Value | undefined> | undefined
  const ask = async () => {
    later.failed = false
    try {
      later.value = await fetch()
    } catch {
      later.failed = true
      asked = undefined
    }
    return later.value
  }
  const later: Later<Value> = {
    failed: false,
    load() {
      asked ??= ask()
      return asked
    },
  }
  return later
}
