import { apiError, clientError, type Refusal } from './refusal.ts'

/** VK Storage of one user in one app, with its limits. https://dev.vk.com/bridge/VKWebAppStorageSet */
export interface Shelf {
  get(keys: unknown): { keys: { key: string; value: string }[] } | Refusal
  set(key: unknown, value: unknown): { result: true } | Refusal
  keys(count: unknown, offset: unknown): { keys: string[] } | Refusal
}

/** Whose values these are, and where they outlive a reload. */
export interface ShelfPlace {
  area: Pick<Storage, 'getItem' | 'setItem'>
  appId: string
  userId: number
}

export interface ShelfOptions extends ShelfPlace {
  now?: () => number
}

export const maxKeys = 1000
const maxCallsAnHour = 1000
/** The rest of a longer value is lost without a word. */
export const keptLength = 4096

export function createShelf({ area, appId, userId, now = Date.now }: ShelfOptions): Shelf {
  const place = { area, appId, userId }
  const calls: number[] = []

  function counted<Answer>(answer: () => Answer | Refusal): Answer | Refusal {
    const hourAgo = now() - 3_600_000
    while (calls[0] !== undefined && calls[0] <= hourAgo) calls.shift()
    if (calls.length >= maxCallsAnHour) return apiError(9, 'Flood control: too many requests in one hour')
    calls.push(now())
    return answer()
  }

  return {
    get: (keys) =>
      counted(() => {
        if (!Array.isArray(keys) || !keys.every(isKey)) return clientError(5)
        const kept = readShelf(place)
        return { keys: keys.map((key) => ({ key, value: kept.get(key) ?? '' })) }
      }),

    set: (key, value = '') =>
      counted(() => {
        if (!isKey(key) || typeof value !== 'string') return clientError(5)
        const kept = readShelf(place)
        if (value === '') kept.delete(key)
        else kept.set(key, value.slice(0, keptLength))
        if (kept.size > maxKeys) {
          return apiError(103, 'Out of limits: you can store only 5000 global keys and 1000 keys for a user')
        }
        writeShelf(place, kept)
        return { result: true }
      }),

    keys: (count = 20, offset = 0) =>
      counted(() => {
        if (!Number.isInteger(count) || !Number.isInteger(offset)) return clientError(5)
        return { keys: [...readShelf(place).keys()].slice(Number(offset), Number(offset) + Number(count)) }
      }),
  }
}

/** What lies on it, by key. */
export function readShelf({ area, appId, userId }: ShelfPlace): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(area.getItem(nameOf(appId, userId)) ?? '{}')))
  } catch {
    return new Map()
  }
}

export function writeShelf({ area, appId, userId }: ShelfPlace, kept: ReadonlyMap<string, string>): void {
  area.setItem(nameOf(appId, userId), JSON.stringify(Object.fromEntries(kept)))
}

function nameOf(appId: string, userId: number): string {
  return `vitrina-emulator:storage:${appId}:${userId}`
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && /^[\w-]{1,100}$/.test(key)
}
