import type { PhonePlan } from './phone-plan.ts'

/**
 * A number as people at home write it, with `+` and its code: `8 916 …`, `916 …` and `7 916 …` are `+7916…`. What is too long
 * for that is taken for a number from abroad without its `+`. Nothing that was typed is left out but what is no digit.
 */
export function international(text: string, { code, trunk, groups }: PhonePlan): string {
  const digits = text.replace(/\D/g, '')
  if (/^[^\d+]*\+/.test(text)) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  const national = groups.replace(/\D/g, '').length
  if (trunk && digits.startsWith(trunk)) return `+${code}${digits.slice(trunk.length)}`
  if (digits === '' || digits === code || digits.length > national) return digits && `+${digits}`
  return `+${code}${digits}`
}
