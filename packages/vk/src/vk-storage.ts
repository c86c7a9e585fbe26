import { fail, type HostFailure, ok, type Result, type Storage } from '@vitrina/core'
import type { BridgeCall } from './bridge.ts'
import { isRecord } from './is-record.ts'

/**
 * VK keeps 4096 characters of a value, fewer when they need escapes, and cuts the rest without a word. What is safely
 * below is written; what is not is refused, so that the caller can keep less.
 */
const maxValueLength = 2000

interface Write {
  value: string
  done: ((result: Result<void, HostFailure>) => void)[]
}

/**
 * VK Storage as a shelf. Writes go one after another, because parallel ones are known to hang
 * (vk-bridge #192); while one is under way only the newest value of each key waits behind it.
 */
export function vkStorage(call: BridgeCall, supports: (method: string) => Promise<boolean>): Storage {
  const waiting = new Map<string, Write>()
  let current: { key: string; value: string } | undefined

  async function drain(): Promise<void> {
    for (const [key, { value, done }] of waiting) {
      waiting.delete(key)
      current = { key, value }
      const result = await write(key, value)
      current = undefined
      for (const tell of done) tell(result)
    }
  }

  async function write(key: string, value: string): Promise<Result<void, HostFailure>> {
    if (!(await supports('VKWebAppStorageSet'))) return fail({ code: 'unsupported' })
    const answer = await call('VKWebAppStorageSet', { key, value })
    return answer.ok ? ok(undefined) : answer
  }

  return {
    async get(key) {
      if (!isKey(key)) return fail({ code: 'invalid', reason: badKey })
      const newest = waiting.get(key)?.value ?? (current?.key === key ? current.value : undefined)
      if (newest !== undefined) return ok(newest || undefined)
      if (!(await supports('VKWebAppStorageGet'))) return fail({ code: 'unsupported' })
      const answer = await call('VKWebAppStorageGet', { keys: [key] })
      return answer.ok ? ok(findValue(answer.value.keys, key)) : answer
    },

    async set(key, value = '') {
      if (!isKey(key)) return fail({ code: 'invalid', reason: badKey })
      if (value.length > maxValueLength) {
        return fail({ code: 'invalid', reason: 'The value is too long.' })
      }
      return new Promise((resolve) => {
        const before = waiting.get(key)?.done ?? []
        waiting.set(key, { value, done: [...before, resolve] })
        if (current === undefined) void drain()
      })
    },
  }
}

const badKey = 'A key is not [a-zA-Z0-9_-]{1,100}.'

function isKey(key: string): boolean {
  return /^[\w-]{1,100}$/.test(key)
}

/** VK answers an empty string for what is not there. */
function findValue(entries: unknown, key: string): string | undefined {
  const found = Array.isArray(entries)
    ? entries.find((entry) => isRecord(entry) && entry.key === key)
    : undefined
  return isRecord(found) && typeof found.value === 'string' && found.value !== '' ? found.value : undefined
}
