import type { MerchantFailure } from './failure.ts'
import type { Result } from './result.ts'

/** Knows addresses by their beginning: DaData, for example, asked by the merchant's server, since its key is no buyer's. */
export interface AddressSuggestions {
  /** Addresses that go on from what was typed, the likeliest first; none is an answer, too. Never rejects. */
  suggest(typed: string, options?: SuggestOptions): Promise<Result<AddressSuggestion[], MerchantFailure>>
}

export interface SuggestOptions {
  /** An `AbortSignal`: nobody waits for this answer any more. */
  signal?: Cancellation | undefined
}

/** What of an `AbortSignal` is told here. */
export interface Cancellation {
  readonly aborted: boolean
}

export interface AddressSuggestion {
  /** In one line, as it is shown and, when it is chosen, written: `г Пермь, ул Мира, д 3`. */
  value: string
  /** The same with the postal code, for a label. */
  unrestrictedValue: string
  parts: AddressParts
}

/** As far as they are known. Titles are in the language of the address. */
export interface AddressParts {
  postalCode?: string
  region?: string
  city?: string
  settlement?: string
  street?: string
  house?: string
  flat?: string
  /** The id in the Russian register of addresses. */
  fias?: string
  latitude?: number
  longitude?: number
}
