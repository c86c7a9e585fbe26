import { fail, type Money, money, ok, type Result } from '@vitrina/core'
import { cleanLine } from './clean-text.ts'
import type { Finding } from './feed-problem.ts'

/**
 * A price as feeds write it: `1290`, `1 290,50`, `1290.00`. Three decimals after up to three digits (`1,290`) are
 * refused: one merchant means a thousand, the next one means one, and a wrong guess sells goods for a thousandth.
 */
export function parsePrice(text: string, currency: string): Result<Money, Finding<'bad-price'>> {
  const bad = fail({ code: 'bad-price', value: cleanLine(text, 40) } as const)
  const match = /^(\d{1,10})(?:[.,](\d{1,10}))?$/.exec(
    text.slice(0, 60).replace(/[\s\u00a0\u2009\u202f]/g, ''),
  )
  if (!match) return bad
  const [, whole = '', decimals = ''] = match
  if (decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0')) return bad
  const digits = fractionDigits(currency)
  if (/[^0]/.test(decimals.slice(digits))) return bad
  const amount = Number(whole + decimals.slice(0, digits).padEnd(digits, '0'))
  return amount > 0 && Number.isSafeInteger(amount) ? ok(money(amount, currency)) : bad
}

/** YML knows the rouble by its old code too. */
export function normalizeCurrency(code: string): string {
  const upper = code.trim().toUpperCase()
  return upper === 'RUR' ? 'RUB' : upper
}

const digitsOf = new Map<string, number>()

function fractionDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    digits = format.resolvedOptions().maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
  }
  return digits
}
