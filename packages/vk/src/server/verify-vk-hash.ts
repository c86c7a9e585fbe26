import { ok, type Result } from '@vitrina/core'
import { type AgeOptions, checkAge, readTime } from './check-age.ts'
import { base64url, hmacSha256, needSecret, sameText } from './digests.ts'
import { badSignature, malformed, type SignatureFailure } from './signature-failure.ts'
import { isWholeText } from './whole-text.ts'

/** What `VKWebAppCreateHash` has answered, and what it was asked about. */
export interface VkHash {
  sign: string
  /** Seconds since 1970. */
  ts: number
  /** As it was given to the method; left out where none was. */
  payload?: string
  /** Of the verified launch. */
  userId: string
}

export interface VerifyVkHashOptions extends AgeOptions {
  secret: string
  appId: string | number
}

/**
 * Believes that this user did something in this app: the payload is what the app says it was, a checkout's id with its
 * total for example. Not in Odnoklassniki. https://dev.vk.com/bridge/VKWebAppCreateHash
 */
export async function verifyVkHash(
  { sign, ts, payload, userId }: VkHash,
  { secret, appId, ...age }: VerifyVkHashOptions,
): Promise<
  Result<{ issuedAt: number }, SignatureFailure<'malformed' | 'bad-signature' | 'expired' | 'not-yet-valid'>>
> {
  needSecret(secret)
  const issuedAt = Number.isSafeInteger(ts) ? readTime(String(ts)) : null
  const isText = payload === undefined || isWholeText(payload, 4096)
  if (issuedAt === null || !isText || !/^[1-9]\d{0,19}$/.test(userId) || typeof sign !== 'string')
    return malformed('A part is missing or too long.')
  // By name, with a plus for a space, as forms are written.
  const signed = new URLSearchParams({
    app_id: String(appId),
    ...(payload !== undefined && { request_id: payload }),
    ts: String(ts),
    user_id: userId,
  })
  if (!sameText(base64url(await hmacSha256(secret, `${signed}`)), sign)) return badSignature
  const young = checkAge(issuedAt, age)
  return young.ok ? ok({ issuedAt }) : young
}
