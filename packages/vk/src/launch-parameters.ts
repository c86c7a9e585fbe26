import { fail, ok, type Result } from '@vitrina/core'
import type { VkLaunchFailure } from './verify-vk-launch.ts'

interface SignedParameters {
  /** Decoded `vk_` parameters. */
  params: Readonly<Record<string, string>>
  sign: string
}

/** A launch of VK has some 600 characters; nobody needs to hash a megabyte for a stranger. */
const maxLength = 8192

/**
 * Takes a query apart by hand: URLSearchParams forgives broken escapes and hides duplicates, and both are how a
 * signature gets checked over something else than what is read later.
 */
export function parseLaunchQuery(query: string): Result<SignedParameters, VkLaunchFailure> {
  if (typeof query !== 'string' || query.length > maxLength) return malformed('This is not a launch query.')
  const params = new Map<string, string>()
  for (const pair of query.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const cut = pair.indexOf('=')
    const name = decode(cut < 0 ? pair : pair.slice(0, cut))
    const value = decode(cut < 0 ? '' : pair.slice(cut + 1))
    if (name === undefined || value === undefined) return malformed('An escape in the query is broken.')
    if (name !== 'sign' && !name.startsWith('vk_')) continue
    if (name !== 'sign' && !/^vk_[a-z0-9_]+$/.test(name)) return malformed('A parameter has an odd name.')
    if (params.has(name)) return fail({ code: 'duplicate', reason: `The parameter ${name} comes twice.` })
    params.set(name, value)
  }
  const sign = params.get('sign')
  params.delete('sign')
  if (sign === undefined || params.size === 0) return malformed('The query is not signed.')
  return ok({ params: Object.fromEntries(params), sign })
}

function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    // Throws on a lone surrogate that was written into the query as it is: nobody could have signed it.
    encodeURIComponent(decoded)
    return decoded
  } catch {
    return undefined
  }
}

function malformed(reason: string): { ok: false; error: VkLaunchFailure } {
  return fail({ code: 'malformed', reason })
}
