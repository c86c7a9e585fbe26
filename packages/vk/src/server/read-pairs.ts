import { fail, ok, type Result } from '@vitrina/core'
import { malformed, type SignatureFailure } from './signature-failure.ts'
import { isWholeText } from './whole-text.ts'

export interface ReadPairsOptions {
  /** Longer ones are not read: nobody needs to hash a megabyte for a stranger. */
  maxLength: number
  /** The names that are read; the others are left out. All by default. */
  wanted?: (name: string) => boolean
}

/**
 * Takes a query or a form apart by hand: URLSearchParams forgives broken escapes and hides duplicates, and both are how a
 * signature gets checked over something else than what is read later.
 */
export function readPairs(
  text: string,
  { maxLength, wanted = () => true }: ReadPairsOptions,
): Result<Map<string, string>, SignatureFailure<'malformed' | 'duplicate'>> {
  if (typeof text !== 'string' || text.length > maxLength) return malformed('This is not a query.')
  const pairs = new Map<string, string>()
  for (const pair of text.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const cut = pair.indexOf('=')
    const name = decode(cut < 0 ? pair : pair.slice(0, cut))
    const value = decode(cut < 0 ? '' : pair.slice(cut + 1))
    if (name === undefined || value === undefined) return malformed('An escape in the query is broken.')
    if (!wanted(name)) continue
    if (!/^[a-z0-9_]+$/.test(name)) return malformed('A parameter has an odd name.')
    if (pairs.has(name)) return fail({ code: 'duplicate', reason: `The parameter ${name} comes twice.` })
    pairs.set(name, value)
  }
  return ok(pairs)
}

function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return isWholeText(decoded, Number.POSITIVE_INFINITY) ? decoded : undefined
  } catch {
    return undefined
  }
}
