import { fail, type HostFailure, ok, type Result, type Storage } from '@vitrina/core'
import type { VkShelf } from './aside/long-value.ts'
import type { BridgeCall } from './bridge.ts'
import { isRecord } from './is-record.ts'

/**
 * VK keeps 4096 characters of a value, fewer when they need escapes, and cuts the rest without a word. What is safely
 * below lies under its key; what is not, or would be taken for the mark of such a one, lies in parts.
 */
const maxValueLength = 2000
const mark = '~'

interface Write {
  value: string
  waits: boolean
  done: Promise<Result<void, HostFailure>>
}

/**
 * VK Storage as a shelf. Writes go one after another, because parallel ones are known to hang
 * (vk-bridge #192); while one is under way only the newest value of each key waits behind it. A value of about 20 000
 * characters and more is refused, so that the caller can keep less.
 */
export function vkStorage(call: BridgeCall, supports: (method: string) => Promise<boolean>): Storage {
  /** What is not written yet. */
  const newest = new Map<string, Write>()
  /** What lies in parts, as far as this page knows: what comes instead takes them away. */
  const parted = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()

  async function write(key: string): Promise<Result<void, HostFailure>> {
    const mine = newest.get(key) as Write
    mine.waits = false
    const { value } = mine
    const isShort = value.length <= maxValueLength && value[0] !== mark && !parted.has(key)
    const result = await (isShort
      ? shelf.put(key, value)
      : aside(key, ({ writeLong }) => writeLong(shelf, key, value)))
    if (newest.get(key) === mine) newest.delete(key)
    return result
  }

  /** Few buyers ever have a long value. */
  function aside<Value>(
    key: string,
    use: (code: typeof import('./aside/long-value.ts')) => Promise<Result<Value, HostFailure>>,
  ): Promise<Result<Value, HostFailure>> {
    parted.add(key)
    return import('./aside/long-value.ts').then(use, () => fail({ code: 'timeout' }))
  }

  const ask: BridgeCall = async (method, params) =>
    (await supports(method)) ? call(method, params) : fail({ code: 'unsupported' })

  const shelf: VkShelf = {
    async put(key, value) {
      const answer = await ask('VKWebAppStorageSet', { key, value })
      return answer.ok ? ok(undefined) : answer
    },
    async read(names) {
      const answer = await ask('VKWebAppStorageGet', { keys: names })
      return answer.ok ? ok(names.map((key) => findValue(answer.value.keys, key))) : answer
    },
  }

  return {
    async get(key) {
      if (!keys.test(key)) return refused
      const unwritten = newest.get(key)
      if (unwritten) return ok(unwritten.value || undefined)
      const found = await shelf.read([key])
      if (!found.ok) return found
      const [value] = found.value
      if (value?.[0] !== mark) return ok(value || undefined)
      return aside(key, ({ readLong }) => readLong(shelf, key, value))
    },

    async set(key, value = '') {
      if (!keys.test(key)) return refused
      const before = newest.get(key)
      if (before?.waits) {
        before.value = value
        return before.done
      }
      const done = last.then(() => write(key))
      newest.set(key, { value, waits: true, done })
      last = done
      return done
    },
  }
}

/** Four characters of VK's hundred are for the names of parts. */
const keys = /^[\w-]{1,96}$/
const refused = fail({ code: 'invalid', reason: `Not ${keys}` } as const)

/** VK answers an empty string for what is not there. */
function findValue(entries: unknown, key: string): string {
  const found = [entries]
    .flat()
    .find((entry): entry is Record<string, unknown> => isRecord(entry) && entry.key === key)
  return String(found?.value ?? '')
}
