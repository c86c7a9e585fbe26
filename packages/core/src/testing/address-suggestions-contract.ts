import type { AddressSuggestions, Cancellation } from '../address-suggestions.ts'
import { type ContractCheck, expectOk, expectThat } from './contract-check.ts'

export interface AddressSuggestionsFixture {
  addresses: AddressSuggestions
  /** The beginning of an address that is known. */
  typed: string
  /** A cancellation that has been made: `AbortSignal.abort()`. */
  cancelled: Cancellation
}

/** What every AddressSuggestions does. */
export function addressSuggestionsContract(make: () => Promise<AddressSuggestionsFixture>): ContractCheck[] {
  return [
    {
      name: 'goes on from what was typed, in lines that an order takes',
      async run() {
        const { addresses, typed } = await make()
        const found = expectOk(await addresses.suggest(typed))
        expectThat(found.length > 0 && found.length <= 20, 'one to twenty suggestions', found.length)
        for (const { value, unrestrictedValue, parts } of found) {
          expectThat(value.trim() !== '' && value.length <= 500, 'an address of 1 to 500 characters', value)
          expectThat(!/[\r\n]/.test(value), 'in one line', value)
          expectThat(unrestrictedValue !== '' && typeof parts === 'object', 'the same whole, and its parts')
        }
      },
    },
    {
      name: 'answers with nothing to what nobody knows, and to nothing',
      async run() {
        const { addresses } = await make()
        for (const typed of ['qzxj vwqk 98765', '   ']) {
          const found = expectOk(await addresses.suggest(typed))
          expectThat(found.length === 0, 'no suggestions', found)
        }
      },
    },
    {
      name: 'answers when nobody waits any more',
      async run() {
        const { addresses, typed, cancelled } = await make()
        await addresses.suggest(typed, { signal: cancelled })
      },
    },
  ]
}
