import { fail, type HostFailure, ok, type Result } from '@vitrina/core'

/** What VK keeps whole whatever it is, see `vkStorage`. */
const partLength = 2000

/** Ten parts: each is a call, and VK takes 1 000 calls an hour of a user. */
const mostLength = 19_990

/** VK Storage, a call for each. */
export interface VkShelf {
  /** In the order of the keys; an empty string for what is not there. */
  read(keys: string[]): Promise<Result<string[], HostFailure>>
  put(key: string, value: string): Promise<Result<void, HostFailure>>
}

/** What lies under the key of a long value: where its parts are, and a checksum of the whole. */
interface Head {
  /** Two sets of names, in turn: the value before stays whole until the last part of the new one is written. */
  set: 'a' | 'b'
  count: number
  /** As many as either set ever had: they are there until something shorter comes. */
  most: number
  sum: string
}

/** Undefined when its parts are not those that were written: two devices may have written at once. */
export async function readLong(
  { read }: VkShelf,
  key: string,
  mark: string,
): Promise<Result<string | undefined, HostFailure>> {
  const head = headOf(mark)
  if (!head) return ok(undefined)
  const parts = await read(partNames(key, head.set, head.count))
  if (!parts.ok) return parts
  const value = parts.value.join('')
  return ok(checksum(value) === head.sum ? value : undefined)
}

/** Writes what has parts, or had them: in parts, or whole when it fits into one. */
export async function writeLong(
  { read, put }: VkShelf,
  key: string,
  value: string,
): Promise<Result<void, HostFailure>> {
  if (value.length > mostLength) return fail({ code: 'invalid', reason: `Over ${mostLength} characters` })
  const before = await read([key])
  if (!before.ok) return before
  const old = headOf(before.value[0])
  if (value.length <= partLength && value[0] !== '~') {
    const written = await put(key, value)
    const most = written.ok && old ? old.most : 0
    for (const name of [...partNames(key, 'a', most), ...partNames(key, 'b', most)]) await put(name, '')
    return written
  }
  const parts = inParts(value)
  const count = parts.length
  const set = old?.set === 'a' ? 'b' : 'a'
  for (const [index, name] of partNames(key, set, count).entries()) {
    const written = await put(name, parts[index] ?? '')
    if (!written.ok) return written
  }
  const most = Math.max(count, old?.most ?? 0)
  return put(key, `~${set}${count - 1}.${most - 1}.${checksum(value)}`)
}

function headOf(mark = ''): Head | undefined {
  const [, set, count, most, sum] = /^~([ab])(\d)\.(\d)\.(\w+)$/.exec(mark) ?? []
  return sum ? { set: set as Head['set'], count: Number(count) + 1, most: Number(most) + 1, sum } : undefined
}

function partNames(key: string, set: Head['set'], count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${key}--${set}${index}`)
}

function inParts(value: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < value.length; from += parts.at(-1)?.length ?? 0) {
    const part = value.slice(from, from + partLength)
    // Half a character would be replaced on its way.
    parts.push(/[\ud800-\udbff]$/.test(part) ? part.slice(0, -1) : part)
  }
  return parts
}

/** FNV-1a, 32 bits: against halves of two values, not against anybody. */
function checksum(value: string): string {
  let sum = 0x811c9dc5
  for (let index = 0; index < value.length; index += 1) {
    sum = Math.imul(sum ^ value.charCodeAt(index), 0x01000193)
  }
  return (sum >>> 0).toString(36)
}
