/** An address field that suggests how to go on: for `components`. */
import type { AddressSuggestions } from '@vitrina/core'
import type { AddressWords } from './address/address-words.ts'
import type { Components } from './components.ts'
import { enhancedField } from './enhanced-field.ts'

export type { AddressWords } from './address/address-words.ts'

export interface AddressFieldOptions {
  /** In a language that the widgets do not speak by themselves. */
  words?: AddressWords
}

/**
 * An address with suggestions, as a combobox: arrows, Enter and Esc, and how many there are is said aloud. Its code is fetched when the
 * field is drawn; until then, and whenever nothing is suggested, it is a plain field.
 *
 * @example
 * const AddressField = addressField(httpAddresses({ url: 'https://shop.example', shop: 'lavka' }))
 * defineElements(shop, { components: { AddressField } })
 */
export function addressField(
  addresses: AddressSuggestions,
  { words }: AddressFieldOptions = {},
): NonNullable<Components['AddressField']> {
  const load = () =>
    import('./address/suggest-addresses.ts').then(
      ({ suggestAddresses }) =>
        (place: HTMLElement) =>
          suggestAddresses(place, addresses, words),
    )
  // A combobox has one line, and one line has another name for autofill.
  return enhancedField(load, { rows: 0, autocomplete: 'address-line1' })
}
