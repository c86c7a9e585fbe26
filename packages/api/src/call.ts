import { fail, type MerchantFailure, ok, type Result } from '@vitrina/core'
import type { HTTPError } from 'ky'
import { failureOf } from './failure-of.ts'
import { attemptWithin, retry } from './retry.ts'

export interface CallOptions {
  json?: unknown
  /** Sent as `Idempotency-Key`. */
  key?: string
  token?: string
}

/** One call with all its attempts. The types are a promise of the server's, kept by the contract's tests. */
export type Call = <Value, Failure = never>(
  method: 'GET' | 'POST',
  path: string,
  options?: CallOptions,
) => Promise<Result<Value, MerchantFailure | Failure>>

interface CallerOptions {
  base: string
  fetch?: typeof fetch
  timeout?: number
  budget?: number
}

export function createCaller({
  base,
  fetch = globalThis.fetch,
  timeout = 10_000,
  budget = 30_000,
}: CallerOptions): Call {
  return async <Value, Failure>(method: 'GET' | 'POST', path: string, options: CallOptions = {}) => {
    try {
      // Not needed to draw a page, so it is not in the first bytes of one.
      const { default: ky } = await import('ky')
      const response = await ky(base + path, {
        method,
        retry,
        timeout: false,
        signal: AbortSignal.timeout(budget),
        headers: headersOf(options),
        ...(options.json !== undefined && { json: options.json }),
        fetch: attemptWithin(timeout, fetch),
        // A token in a header is all the identity there is: nothing ambient goes to another site, so none can be forged.
        // As a page's own preload would ask, so that it can have asked already.
        credentials: 'same-origin',
      })
      return ok((await response.json()) as Value)
    } catch (error) {
      return fail((await toFailure(error)) as MerchantFailure | Failure)
    }
  }
}

function headersOf({ key, token }: CallOptions): Record<string, string> {
  return {
    ...(key && { 'idempotency-key': key }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
}

/** Whatever fetch and ky throw becomes one of our codes; what cannot be told apart from a lost answer is `timeout`. */
async function toFailure(error: unknown): Promise<MerchantFailure | { code: string }> {
  const { name, response } = error as Partial<HTTPError>
  if (name === 'HTTPError' && response) return failureOf(response)
  if (name === 'TimeoutError' || name === 'AbortError' || error instanceof SyntaxError)
    return { code: 'timeout' }
  if (error instanceof TypeError) return { code: 'offline' }
  return { code: 'unknown', reason: String(error) }
}
