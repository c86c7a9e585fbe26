import { fail, ok, type Result } from '@vitrina/core'
import type { SignatureFailure } from './signature-failure.ts'

export interface AgeOptions {
  /** Seconds; an hour by default. `Infinity` asks for no time at all: only for fixtures. */
  maxAge?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

/** How far a clock may be ahead of ours, in milliseconds. */
const clockSkew = 60_000

/** Whether what was signed then is still believed. */
export function checkAge(
  issuedAt: number,
  { maxAge = 3600, now = Date.now }: AgeOptions,
): Result<void, SignatureFailure<'expired' | 'not-yet-valid'>> {
  if (maxAge === Number.POSITIVE_INFINITY) return ok(undefined)
  const age = now() - issuedAt
  // Written so that a NaN is refused too.
  if (!(age <= maxAge * 1000))
    return fail({ code: 'expired', reason: `It is ${Math.round(age / 1000)} seconds old.` })
  if (age < -clockSkew) return fail({ code: 'not-yet-valid', reason: 'It comes from the future.' })
  return ok(undefined)
}

/** Milliseconds since 1970. Seconds by the documentation; OK has been seen to send milliseconds. */
export function readTime(value: string | undefined): number | null {
  if (value === undefined || !/^\d{1,15}$/.test(value)) return null
  const time = Number(value)
  return time > 1e12 ? time : time * 1000
}
