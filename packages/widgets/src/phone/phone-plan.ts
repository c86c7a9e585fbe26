/** A country whose numbers are grouped as people there write them, by its ISO 3166 code. */
export type PhoneCountry =
  | 'RU'
  | 'KZ'
  | 'BY'
  | 'AM'
  | 'AZ'
  | 'GE'
  | 'KG'
  | 'MD'
  | 'TJ'
  | 'TM'
  | 'UA'
  | 'UZ'
  | 'TR'
  | 'IL'

export interface PhonePlan {
  country: PhoneCountry
  /** The calling code. */
  code: string
  /** What numbers there begin with, where another country has the same code. */
  begins?: string
  /** What people at home dial before a number instead of the code; nothing in some countries. */
  trunk: string
  /** A `0` for each digit after the code. */
  groups: string
}

const plans: readonly PhonePlan[] = [
  { country: 'KZ', code: '7', begins: '77', trunk: '8', groups: '000 000-00-00' },
  { country: 'RU', code: '7', trunk: '8', groups: '000 000-00-00' },
  { country: 'BY', code: '375', trunk: '80', groups: '00 000-00-00' },
  { country: 'AM', code: '374', trunk: '0', groups: '00 000-000' },
  { country: 'AZ', code: '994', trunk: '0', groups: '00 000-00-00' },
  { country: 'GE', code: '995', trunk: '0', groups: '000 00-00-00' },
  { country: 'KG', code: '996', trunk: '0', groups: '000 000-000' },
  { country: 'MD', code: '373', trunk: '0', groups: '00 000-000' },
  { country: 'TJ', code: '992', trunk: '', groups: '00 000-00-00' },
  { country: 'TM', code: '993', trunk: '8', groups: '00 00-00-00' },
  { country: 'UA', code: '380', trunk: '0', groups: '00 000-00-00' },
  { country: 'UZ', code: '998', trunk: '', groups: '00 000-00-00' },
  { country: 'TR', code: '90', trunk: '0', groups: '000 000 00 00' },
  { country: 'IL', code: '972', trunk: '0', groups: '00-000-0000' },
]

export function planOf(country: PhoneCountry): PhonePlan {
  const found = plans.find((plan) => plan.country === country)
  if (!found) throw new RangeError(`No plan of phone numbers for ${country}`)
  return found
}

/** Whose number it is, as far as its digits tell. */
export function planOfDigits(digits: string): PhonePlan | undefined {
  return plans.find(({ code, begins = code }) => digits.startsWith(begins))
}

/** How a number is written: `0` for a digit, everything else as it stands. There is room for all the 15 digits of E.164. */
export function patternOf(digits: string): string {
  const plan = planOfDigits(digits)
  const groups = plan ? `${'0'.repeat(plan.code.length)} ${plan.groups}` : ''
  return `+${groups.padEnd(groups.length + 15 - groups.replace(/\D/g, '').length, '0')}`
}
