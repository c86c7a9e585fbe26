import { maxQuantity } from './cart.ts'

/** Throws a RangeError at a quantity that no line can have: only a programmer can ask for it. */
export function checkQuantity(quantity: number): number {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > maxQuantity)
    throw new RangeError(`A quantity is 1 to ${maxQuantity}, whole, not ${quantity}`)
  return quantity
}
