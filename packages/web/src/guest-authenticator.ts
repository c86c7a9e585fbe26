import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '@vitrina/core'

export interface Guest {
  /** `guest:` and a hash: the data base cannot be used to become the guest. */
  buyerId: string
  guest: true
}

export interface GuestFailure {
  code: 'malformed'
}

/**
 * What a server's `authenticate.guest` is: lets in whoever brings 256 random bits, always as the same buyer. Guests cost
 * nothing to make, so limit sessions by address where that matters.
 *
 * @example
 * defineConfig({ shop, authenticate: { guest: guestAuthenticator() } })
 */
export function guestAuthenticator(): (value: string) => Result<Guest, GuestFailure> {
  return (value) => {
    if (!/^[\w-]{43}$/.test(value)) return fail({ code: 'malformed' })
    return ok({ buyerId: `guest:${createHash('sha256').update(value).digest('base64url')}`, guest: true })
  }
}
