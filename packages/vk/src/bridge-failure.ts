import type { HostFailure } from '@vitrina/core'
import { isRecord } from './is-record.ts'

/**
 * Whatever a host rejects with, as a failure of ours. The documented shapes are `client_error`, `api_error` and
 * `auth_error`; seen in the wild are also bare strings, empty objects, nothing at all and codes without reasons
 * (vk-bridge #117, #331, #613, #626).
 */
export function toHostFailure(error: unknown): HostFailure {
  const { error_type: type, error_data } = recordOf(error)
  const data = recordOf(error_data ?? error)
  const code = data.error_code ?? data.error
  const said = [data.error_reason, data.error_msg, data.message, error].find(
    (text) => typeof text === 'string',
  )
  const reason = String(said || (typeof code === 'number' ? `code ${code}` : 'no reason')).slice(0, 200)
  const errors = type === 'api_error' ? apiErrors : clientErrors
  const known = typeof code === 'number' && type !== 'auth_error' ? errors[code] : undefined
  if (known) return known === 'invalid' ? { code: known, reason } : { code: known }
  return /denied|cancel/i.test(reason) ? { code: 'denied' } : { code: 'unknown', reason }
}

type Known = Exclude<HostFailure['code'], 'unknown'>

/** https://dev.vk.com/bridge/overview: what the client itself answers. */
const clientErrors: Readonly<Record<number, Known>> = {
  2: 'invalid',
  3: 'timeout',
  4: 'denied',
  5: 'invalid',
  6: 'unsupported',
  7: 'denied',
  8: 'denied',
  10: 'rate-limited',
  11: 'denied',
}

/** https://dev.vk.com/reference/errors: what VK's API answers through the client, storage above all. */
const apiErrors: Readonly<Record<number, Known>> = {
  6: 'rate-limited',
  7: 'denied',
  9: 'rate-limited',
  15: 'denied',
  29: 'rate-limited',
  100: 'invalid',
  103: 'invalid',
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}
