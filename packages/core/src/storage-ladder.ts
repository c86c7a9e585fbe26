import { ok } from './result.ts'
import type { Storage } from './storage.ts'

/**
 * The first storage that works, key by key: a write that fails goes to the next rung, a read takes the first rung that
 * has something. The last rung is memory, so nothing here ever fails.
 */
export function storageLadder(rungs: readonly Storage[]): Storage {
  const memory = new Map<string, string>()

  return {
    async get(key) {
      const kept = memory.get(key)
      if (kept !== undefined) return ok(kept)
      for (const rung of rungs) {
        const found = await rung.get(key)
        if (found.ok && found.value !== undefined) return found
      }
      return ok(undefined)
    },
    async set(key, value) {
      let stored = false
      for (const rung of rungs) {
        // Below the rung that took it the key is removed: an older copy must not come back when that rung forgets.
        const result = await rung.set(key, stored ? undefined : value)
        stored ||= result.ok
        // Nor may the older copy of a rung for which the new one is too long.
        if (!result.ok && result.error.code === 'invalid') await rung.set(key, undefined)
      }
      if (stored || value === undefined) memory.delete(key)
      else memory.set(key, value)
      return ok(undefined)
    },
  }
}
