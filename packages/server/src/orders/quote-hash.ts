import type { Money } from '@vitrina/core'
import { canonicalHash } from '../canonical-hash.ts'

/**
 * Stands for everything that is charged, and tells the total in clear: so a quote need not be kept to say what the
 * buyer had agreed to. The figure is only ever told back to the one who sent it.
 */
export function quoteHash(charged: unknown, total: Money): string {
  return `${canonicalHash(charged)}.${total.amount}`
}

/** The total that a hash was made for; null when it is not one of ours. */
export function quotedTotal(hash: string, currency: string): Money | null {
  const [, amount] = /^[\w-]{43}\.(\d{1,15})$/.exec(hash) ?? []
  return amount === undefined ? null : { amount: Number(amount), currency }
}
