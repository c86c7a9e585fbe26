import { createHash } from 'node:crypto'

const longest = 90

/**
 * An id of a feed as one that fits our wire (A-Z a-z 0-9 _ . ~ : -). What fits stays as it is; other characters become
 * `~` and their UTF-8 in hex, and what grows too long ends in a hash, so that two different ids never become one.
 * The result has no colon: that is left for telling a group's product (`g:mug`) from a single offer's (`mug`).
 */
export function feedId(raw: string): string {
  const escaped = raw.replace(/[^A-Za-z0-9_.-]/gu, (character) => {
    return [...Buffer.from(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join('')
  })
  if (escaped.length <= longest && escaped !== '.' && escaped !== '..') return escaped
  // `~~` comes out of no escape: nothing else ends up here.
  return `${escaped.slice(0, 50)}~~${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`
}

/** The product that a group's offers make together. */
export function groupProductId(groupId: string): string {
  return `g:${feedId(groupId)}`
}
