import type { AddressSuggestion, AddressSuggestions } from '../address-suggestions.ts'
import type { MerchantFailure } from '../failure.ts'
import { fail, ok } from '../result.ts'

export interface MemoryAddressesOptions {
  /** In one line each; a few of Perm when left out. */
  addresses?: readonly string[]
  /** Asked before each call. */
  fault?: () => 'none' | MerchantFailure
}

const most = 7
const samples = ['1', '3', '5', '14', '28'].flatMap((house) => [
  `г Пермь, ул Мира, д ${house}`,
  `г Пермь, ул Лесная, д ${house}`,
])

/** Finds addresses that have every word of what was typed. */
export function memoryAddresses(options: MemoryAddressesOptions = {}): AddressSuggestions {
  const { addresses = samples, fault = () => 'none' } = options
  return {
    async suggest(typed) {
      await Promise.resolve()
      const failure = fault()
      if (failure !== 'none') return fail(failure)
      const words = wordsOf(typed)
      const found = addresses.filter((address) => {
        const own = wordsOf(address)
        return words.length > 0 && words.every((word) => own.some((each) => each.startsWith(word)))
      })
      return ok(found.slice(0, most).map(suggestionOf))
    },
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function suggestionOf(value: string): AddressSuggestion {
  return { value, unrestrictedValue: value, parts: {} }
}
