import { isRecord } from '../is-record.ts'
import type { VkAbility } from './ability.ts'

/** A value with VK's signature: for `verifyVkField` on the server. */
export interface SignedField {
  value: string
  sign: string
}

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/** Asked on every call: VK does not remember the answer. */
export const signedPhone: VkAbility<void, SignedField> = {
  method: 'VKWebAppGetPhoneNumber',
  asks: true,
  params: () => ({}),
  read: ({ phone_number, sign }) => ({ value: text(phone_number), sign: text(sign) }),
}

export const signedEmail: VkAbility<void, SignedField> = {
  method: 'VKWebAppGetEmail',
  asks: true,
  params: () => ({}),
  read: ({ email, sign }) => ({ value: text(email), sign: text(sign) }),
}

/** The address that the user keeps in VK, in one line: to be looked over, not to be relied on. */
export const addressCard: VkAbility<void, { address: string }> = {
  method: 'VKWebAppGetPersonalCard',
  asks: true,
  params: () => ({ type: ['address'] }),
  read: ({ address }) => ({ address: isRecord(address) ? addressLine(address) : '' }),
}

/** The documentation's table and its example name the parts of a place differently. */
function addressLine({ postal_code, country, city, specified_address }: Record<string, unknown>): string {
  const place = (value: unknown) => (isRecord(value) ? text(value.title ?? value.name) : text(value))
  return [text(postal_code), place(country), place(city), text(specified_address)].filter(Boolean).join(', ')
}
