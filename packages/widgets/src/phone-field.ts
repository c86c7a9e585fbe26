/** A phone field that groups the digits while they are typed: for `components`. */
import type { Components } from './components.ts'
import { enhancedField } from './enhanced-field.ts'
import type { PhoneCountry } from './phone/phone-plan.ts'

export type { PhoneCountry } from './phone/phone-plan.ts'

export interface PhoneFieldOptions {
  /** Whose numbers are typed without their code: ISO 3166, `RU` when left out. */
  country?: PhoneCountry
}

/** Any number, grouped as people in its country write it; without a code it is one of `country`. */
export function phoneField({
  country = 'RU',
}: PhoneFieldOptions = {}): NonNullable<Components['PhoneField']> {
  return enhancedField(() =>
    import('./phone/mask-phone.ts').then(
      ({ maskPhone }) =>
        (place) =>
          maskPhone(place, country),
    ),
  )
}

/**
 * The same for a shop at home in Russia. Its code is fetched when the field is drawn; until then, and where it does not come, the field is a plain one.
 *
 * @example
 * defineElements(shop, { components: { PhoneField } })
 */
export const PhoneField: NonNullable<Components['PhoneField']> = phoneField()
