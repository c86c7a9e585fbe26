import type { Money } from '../money.ts'

/** 129050 kopecks are 1290.5 roubles; a currency without minor units stays as it is. */
export function majorUnits({ amount, currency }: Money): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
}
