import { ok, type Result } from '@vitrina/core'
import { base64url, needSecret, sameText, sha256 } from './digests.ts'
import { badSignature, malformed, type SignatureFailure } from './signature-failure.ts'
import { isWholeText } from './whole-text.ts'

/** A phone number or an e-mail as the client has given it to the app, and whose it is said to be. */
export interface VkField {
  name: 'phone_number' | 'email'
  value: string
  /** Of the verified launch, never of the client's word. */
  userId: string
  sign: string
}

/**
 * Believes that VK itself has given this phone or e-mail of this user to this app.
 * https://dev.vk.com/bridge/VKWebAppGetPhoneNumber
 *
 * @example
 * const phone = await verifyVkField({ name: 'phone_number', value, sign, userId }, { secret, appId })
 */
export async function verifyVkField(
  { name, value, userId, sign }: VkField,
  { secret, appId }: { secret: string; appId: string | number },
): Promise<Result<string, SignatureFailure>> {
  needSecret(secret)
  if (name !== 'phone_number' && name !== 'email') return malformed('This is no field that VK signs.')
  const fits = isWholeText(value, 320) && value !== ''
  if (!fits || !/^[1-9]\d{0,19}$/.test(userId) || typeof sign !== 'string')
    return malformed('A part is missing or too long.')
  // Not keyed: a plain digest, in this order and with nothing between.
  const expected = base64url(await sha256(`${appId}${secret}${userId}${name}${value}`))
  return sameText(expected, sign) ? ok(value) : badSignature
}
