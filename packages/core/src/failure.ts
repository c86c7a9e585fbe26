/** What any call to a merchant can end in. */
export type MerchantFailure =
  /** No connection. An attempt before the last one may still have arrived. */
  | { code: 'offline' }
  /** No answer in time, or it was lost: nobody knows whether it happened. */
  | { code: 'timeout' }
  /** The server cannot now. `retryAfter` in seconds. */
  | { code: 'unavailable'; retryAfter?: number }
  | { code: 'rate-limited'; retryAfter?: number }
  | { code: 'unauthorized'; reason: string }
  | { code: 'not-found' }
  | { code: 'invalid'; issues: Issue[] }
  | { code: 'unknown'; reason: string }

export interface Issue {
  /** Where in the request: `contact.phone`. */
  path: string
  message: string
}

/** What a host can answer instead of what was asked. */
export type HostFailure =
  | { code: 'denied' }
  | { code: 'unsupported' }
  | { code: 'timeout' }
  /** We do not run inside this host. */
  | { code: 'outside' }
  | { code: 'rate-limited' }
  | { code: 'invalid'; reason: string }
  | { code: 'unknown'; reason: string }

/** Worth trying again by itself, with the same request. */
export function isTransient<Failure extends { code: string }>(
  failure: Failure,
): failure is Extract<Failure, { code: 'offline' | 'timeout' | 'unavailable' | 'rate-limited' }> {
  return ['offline', 'timeout', 'unavailable', 'rate-limited'].includes(failure.code)
}
