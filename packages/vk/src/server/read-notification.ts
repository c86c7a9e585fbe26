import { ok, type Result } from '@vitrina/core'
import { needSecret, sameText } from './digests.ts'
import { signNotification } from './notification-signature.ts'
import { readPairs } from './read-pairs.ts'
import { badSignature, malformed, type SignatureFailure } from './signature-failure.ts'

export type NotificationFailure = SignatureFailure<'malformed' | 'duplicate' | 'bad-signature' | 'wrong-app'>

const maxLength = 16_384

/** A form or query with a `sig`, believed as a whole: its decoded parameters without `sig`. */
export function readNotification(
  text: string,
  secret: string,
): Result<Record<string, string>, NotificationFailure> {
  needSecret(secret)
  const pairs = readPairs(text, { maxLength })
  if (!pairs.ok) return pairs
  const { sig, ...params } = Object.fromEntries(pairs.value)
  if (sig === undefined) return malformed('It is not signed.')
  return sameText(signNotification(params, secret), sig) ? ok(params) : badSignature
}
