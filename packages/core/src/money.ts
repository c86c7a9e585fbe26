/**
 * An amount in minor units of one currency: `{ amount: 129000, currency: 'RUB' }` is 1 290 roubles.
 * `amount` is a safe integer, never a fraction; `currency` is an ISO 4217 code.
 */
export interface Money {
  amount: number
  currency: string
}

/** Makes money. Throws a RangeError when `amount` is not a safe integer: only a programmer can cause that. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Minor units are whole, not ${amount}`)
  return { amount, currency }
}

export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`Cannot add ${b.currency} to ${a.currency}`)
  return money(a.amount + b.amount, a.currency)
}

/** A price times a whole number of pieces. */
export function multiplyMoney(price: Money, quantity: number): Money {
  return money(price.amount * quantity, price.currency)
}

export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, money(0, currency))
}

const formats = new Map<string, Intl.NumberFormat>()

/** For people: `1 290 ₽` in Russian, `₽1,290` in English; the fraction is shown only when there is one. */
export function formatMoney(value: Money, locale: string): string {
  const key = `${locale}/${value.currency}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: value.currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    } as Intl.NumberFormatOptions)
    formats.set(key, format)
  }
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(value.amount / 10 ** digits)
}
