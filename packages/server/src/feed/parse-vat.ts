import { cleanLine } from './clean-text.ts'
import type { Finding } from './feed-problem.ts'

/**
 * What the digits mean that feeds write instead of a name; 1 and 3 were the rate of 18 %, which is no more. After
 * https://yandex.ru/support/partnermarket/elements/vat.html
 */
const byNumber: Record<string, number | null> = { 2: 10, 4: 10, 5: 0, 6: null, 7: 20 }

/**
 * The VAT of an offer in whole per cent: `VAT_22`, `VAT_10`, the settlement rate `VAT_22_122`, `VAT_05`; null for
 * `NO_VAT`. Undefined where the feed does not say, or nobody understands it.
 */
export function parseVat(
  text: string,
  warn: (finding: Finding<'bad-vat'>) => void,
): number | null | undefined {
  const value = text.trim().toUpperCase()
  if (value === '') return undefined
  if (value === 'NO_VAT') return null
  if (Object.hasOwn(byNumber, value)) return byNumber[value]
  const [, rate, whole] = /^VAT_(\d{1,2})(?:_(\d{3}))?$/.exec(value) ?? []
  if (rate !== undefined && (whole === undefined || Number(whole) === 100 + Number(rate))) return Number(rate)
  warn({ code: 'bad-vat', value: cleanLine(text, 40) })
  return undefined
}
