import { createHmac, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '@vitrina/core'

export interface PageBuyer {
  /** `page:` and the user's id on that page. */
  buyerId: string
}

export interface PageFailure {
  code: 'malformed' | 'bad-signature' | 'expired' | 'not-yet-valid'
}

export interface PageSecret {
  /** Known to the page's server and to the shop's, at least 32 characters. */
  secret: string
  /** Milliseconds since 1970. */
  now?: () => number
}

/** How far a clock may be ahead of ours, in milliseconds. */
const clockSkew = 60_000

/**
 * On the page's own server: vouches for one of its users. The page hands the result to `webHost` as its `launch`.
 * It reads `<base64url of JSON>.<base64url of HMAC-SHA-256>`.
 */
export function signPageLaunch(userId: string, { secret, now = Date.now }: PageSecret): string {
  const payload = Buffer.from(JSON.stringify({ user: userId, at: now() })).toString('base64url')
  return `${payload}.${signatureOf(payload, checked(secret)).toString('base64url')}`
}

/**
 * What a server's `authenticate.page` is: believes what `signPageLaunch` made with the same secret, for `maxAge`
 * seconds, ten minutes by default.
 *
 * @example
 * defineConfig({ shop, authenticate: { page: pageAuthenticator({ secret: process.env.PAGE_SECRET }) } })
 */
export function pageAuthenticator({
  secret,
  maxAge = 600,
  now = Date.now,
}: PageSecret & { maxAge?: number }): (value: string) => Result<PageBuyer, PageFailure> {
  checked(secret)
  return (value) => {
    const [, payload = '', signature = ''] = /^([\w-]{1,2000})\.([\w-]{43})$/.exec(value) ?? []
    if (!payload) return fail({ code: 'malformed' })
    const given = Buffer.from(signature, 'base64url')
    // Compared as text too: the last character of base64url has bits that mean nothing.
    const expected = signatureOf(payload, secret)
    if (!timingSafeEqual(given, expected) || given.toString('base64url') !== signature)
      return fail({ code: 'bad-signature' })
    const { user, at } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      user: string
      at: number
    }
    const age = now() - at
    if (!(age <= maxAge * 1000)) return fail({ code: 'expired' })
    if (age < -clockSkew) return fail({ code: 'not-yet-valid' })
    return ok({ buyerId: `page:${user}` })
  }
}

function signatureOf(payload: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(payload).digest()
}

function checked(secret: string): string {
  if (secret.length < 32)
    throw new RangeError('The secret has fewer than 32 characters: it could be guessed.')
  return secret
}
