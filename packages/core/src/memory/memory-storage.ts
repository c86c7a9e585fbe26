import { ok } from '../result.ts'
import type { Storage } from '../storage.ts'

/** Pass a map to look inside, or to hand one page's storage to the next. */
export function memoryStorage(values: Map<string, string> = new Map()): Storage {
  return {
    async get(key) {
      return ok(values.get(key))
    },
    async set(key, value) {
      if (value === undefined) values.delete(key)
      else values.set(key, value)
      return ok(undefined)
    },
  }
}
