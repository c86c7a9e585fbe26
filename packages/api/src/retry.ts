import type { Options } from 'ky'

/**
 * When a call is made again. Every call of the API is safe to repeat (see `httpMerchant`), so all of them are:
 * - no answer, a lost one, or none in `timeout`: again;
 * - 408, 429, 500, 502, 503, 504: again, after `Retry-After` when the server names one of at most 10 s;
 * - any other status is an answer and is not retried; 409 and 422 say something about the order;
 * - up to 4 times in all, 0.3 s, 0.6 s, 1.2 s apart, each shortened at random so that clients do not march in step.
 * ky by itself retries neither POST nor timeouts, waits for any `Retry-After`, and has no jitter and no overall limit:
 * the limit over all attempts is the caller's abort signal, that of one attempt is in `attemptWithin`.
 */
export const retry: Options['retry'] = {
  limit: 3,
  methods: ['get', 'post'],
  statusCodes: [408, 429, 500, 502, 503, 504],
  afterStatusCodes: [429, 503],
  maxRetryAfter: 10_000,
  delay: (attempt) => Math.random() * 300 * 2 ** (attempt - 1),
}

/** A `fetch` that gives up an attempt after so many milliseconds without an answer, as if its connection were lost. */
export function attemptWithin(timeout: number, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const attempt = new AbortController()
    const giveUp = () => attempt.abort()
    const timer = setTimeout(giveUp, timeout)
    const outer = (input as Request).signal
    outer.addEventListener('abort', giveUp)
    if (outer.aborted) giveUp()
    try {
      return await fetch(input, { ...init, signal: attempt.signal })
    } finally {
      clearTimeout(timer)
    }
  }
}
