import {
  type AddressSuggestion,
  type AddressSuggestions,
  fail,
  type MerchantFailure,
  ok,
} from '@vitrina/core'
import { failureOf } from './failure-of.ts'

export interface HttpAddressesOptions {
  /** Where the server is: `https://shop.example`. */
  url: string
  /** The shop's id on that server. */
  shop: string
  /** Default: the page's. */
  fetch?: typeof fetch
  /** Milliseconds, 5 seconds by default. */
  timeout?: number
}

/**
 * AddressSuggestions over HTTP, from a server that was given some; from another one every answer is `not-found`. Asked once each:
 * by the time of a second try something else is typed.
 */
export function httpAddresses(options: HttpAddressesOptions): AddressSuggestions {
  const { shop, fetch = globalThis.fetch, timeout = 5000 } = options
  const address = `${options.url.replace(/\/$/, '')}/v1/shops/${encodeURIComponent(shop)}/address-suggestions`
  return {
    async suggest(typed, { signal } = {}) {
      try {
        const late = AbortSignal.timeout(timeout)
        const response = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text: typed }),
          signal: signal ? AbortSignal.any([signal as AbortSignal, late]) : late,
          credentials: 'same-origin',
        })
        // The codes are the server's, which has the same vocabulary.
        if (!response.ok) return fail((await failureOf(response)) as MerchantFailure)
        const { suggestions }: { suggestions: AddressSuggestion[] } = await response.json()
        return ok(suggestions)
      } catch (error) {
        return fail({ code: error instanceof TypeError ? 'offline' : 'timeout' })
      }
    },
  }
}
