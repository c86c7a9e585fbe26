/** Who gets the goods. */
export interface Contact {
  name: string
  /** E.164: `+79161234567`. */
  phone: string
}

/** A phone number as E.164, or undefined when it cannot be one. A Russian trunk prefix 8 becomes +7. */
export function normalizePhone(typed: string): string | undefined {
  const trimmed = typed.trim()
  if (/[^\d\s()+.\-–]/.test(trimmed)) return undefined
  const digits = trimmed.replace(/\D/g, '')
  const international = trimmed.startsWith('+')
  const number =
    !international && digits.length === 11 && digits.startsWith('8')
      ? `7${digits.slice(1)}`
      : !international && digits.length === 10
        ? `7${digits}`
        : digits
  return number.length >= 10 && number.length <= 15 && !number.startsWith('0') ? `+${number}` : undefined
}
