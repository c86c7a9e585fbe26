import type { Storage } from './storage.ts'

/**
 * One JSON value under one key of a storage. Writes are serial, the newest waiting one wins, and what is stored already
 * is not written again: hosts count the calls (VK: 1 000 an hour).
 */
export interface Saved<Value> {
  /** Undefined when there is nothing, or nothing readable. */
  load(): Promise<Value | undefined>
  /** Resolves when this value, or a newer one, is stored or given up. */
  save(value: Value): Promise<void>
}

/** How often a value is written again that another page wrote over. */
const rounds = 5

/**
 * `merge` makes what is written out of this page's value and what another page of the same storage has left there.
 * Nothing holds a lock: what was written is read again, and written again when another page was in between.
 */
export function createSaved<Value>(
  storage: Storage,
  key: string,
  isValue: (found: unknown) => found is Value,
  merge: (value: Value, found: Value | undefined) => Value = (value) => value,
): Saved<Value> {
  let running: Promise<void> | undefined
  let waiting: { value: Value } | undefined

  async function load(): Promise<Value | undefined> {
    const found = await storage.get(key)
    if (!found.ok || found.value === undefined) return undefined
    try {
      const value: unknown = JSON.parse(found.value)
      return isValue(value) ? value : undefined
    } catch {
      // A host may cut a value in the middle; what is unreadable was never there.
      return undefined
    }
  }

  async function drain(): Promise<void> {
    // After `running` is set, and after everything that is saved in the same tick.
    await Promise.resolve()
    while (waiting) {
      const { value } = waiting
      waiting = undefined
      let found = await load()
      for (let round = 0; round < rounds && !waiting; round += 1) {
        const text = JSON.stringify(merge(value, found))
        if (text === JSON.stringify(found) || !(await storage.set(key, text)).ok) break
        found = await load()
      }
    }
    running = undefined
  }

  return {
    load,
    save(value) {
      waiting = { value }
      running ??= drain()
      return running
    },
  }
}
