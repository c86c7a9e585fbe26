import { type AddressSuggestion, type AddressSuggestions, fail, ok } from '@vitrina/core'
import * as v from 'valibot'

export interface DadataAddressesOptions {
  /** The API key of the account. A secret: it is counted and paid for. */
  token: string
  /** How many at most, 7 when left out; DaData gives up to 20. */
  count?: number
  /** Narrows the search, as DaData writes it: `[{ region: 'Пермский' }]`. */
  locations?: readonly Record<string, string>[]
  /** Milliseconds, 3 seconds when left out. */
  timeout?: number
  fetch?: typeof fetch
}

const address = 'https://suggestions.dadata.ru/suggestions/api/4_1/rs/suggest/address'

const text = v.optional(v.nullable(v.string()))
const answerSchema = v.object({
  suggestions: v.array(
    v.object({
      value: v.string(),
      unrestricted_value: v.string(),
      data: v.object({
        postal_code: text,
        region_with_type: text,
        city: text,
        settlement_with_type: text,
        street_with_type: text,
        house: text,
        flat: text,
        fias_id: text,
        geo_lat: text,
        geo_lon: text,
      }),
    }),
  ),
})

/**
 * AddressSuggestions of DaData (https://dadata.ru/api/suggest/address/): a server asks, and its key stays there. What a buyer types goes to
 * DaData: name it in the text of the consent.
 *
 * @example
 * export default defineConfig({ shop, authenticate, addresses: dadataAddresses({ token: process.env.DADATA_TOKEN }) })
 */
export function dadataAddresses(options: DadataAddressesOptions): AddressSuggestions {
  const { token, count = 7, locations, timeout = 3000, fetch = globalThis.fetch } = options
  return {
    async suggest(typed) {
      if (!typed.trim()) return ok([])
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            authorization: `Token ${token}`,
          },
          body: JSON.stringify({ query: typed, count, ...(locations && { locations }) }),
          signal: AbortSignal.timeout(timeout),
          redirect: 'error',
        })
        if (!response.ok) {
          await response.body?.cancel()
          // 403 is a wrong key or a day's quota used up: nothing that a buyer could mend.
          return fail({ code: response.status === 429 ? 'rate-limited' : 'unavailable' })
        }
        const { suggestions } = v.parse(answerSchema, await response.json())
        return ok(suggestions.map(suggestionOf))
      } catch {
        return fail({ code: 'unavailable' })
      }
    },
  }
}

function suggestionOf({
  value,
  unrestricted_value: unrestrictedValue,
  data,
}: v.InferOutput<typeof answerSchema>['suggestions'][number]): AddressSuggestion {
  const parts = {
    postalCode: data.postal_code,
    region: data.region_with_type,
    city: data.city,
    settlement: data.settlement_with_type,
    street: data.street_with_type,
    house: data.house,
    flat: data.flat,
    fias: data.fias_id,
    latitude: numberOf(data.geo_lat),
    longitude: numberOf(data.geo_lon),
  }
  const known = Object.entries(parts).filter(([, part]) => part != null && part !== '')
  return { value, unrestrictedValue, parts: Object.fromEntries(known) }
}

function numberOf(degrees: string | null | undefined): number | null {
  const number = Number(degrees || Number.NaN)
  return Number.isFinite(number) ? number : null
}
