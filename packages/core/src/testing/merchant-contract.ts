import type { CartOperation } from '../cart.ts'
import type { Merchant } from '../merchant.ts'
import type { ContractCheck } from './contract-check.ts'
import { cartChecks } from './merchant-cart-checks.ts'
import { catalogueChecks } from './merchant-catalogue-checks.ts'
import { orderChecks } from './merchant-order-checks.ts'
import { promoChecks } from './merchant-promo-checks.ts'

/** A merchant with a fresh buyer, and what the checks need to know of its catalogue: 2 to 100 products. */
export interface MerchantFixture {
  merchant: Merchant
  /** At least 10 pieces left, or unlimited. */
  plentiful: string
  /** Another one with at least 10. */
  other: string
  /** Exactly 3 pieces left. */
  scarce: string
  soldOut: string
  /** At least 10 pieces of another seller than the rest; left out where there is one seller. */
  ofAnotherSeller?: string
  /** A code, in upper case, that takes something off the goods; left out by a merchant that has none. */
  promoCode?: string
}

/** What every Merchant does. `make` gives one with an empty cart and without orders. */
export function merchantContract(make: () => Promise<MerchantFixture>): ContractCheck[] {
  return [...catalogueChecks(make), ...cartChecks(make), ...orderChecks(make), ...promoChecks(make)]
}

/** The last operation's id is its place in the list: short, and unique within one check. */
export function add(variantId: string, quantity: number, id: string): CartOperation {
  return { id, revision: 0, variantId, kind: 'add', quantity }
}
