import type { Money } from './money.ts'

/** A way to get the goods that the merchant offers. Titles are the merchant's own words. */
export type DeliveryOption = {
  id: string
  title: string
  price: Money
  days?: { min: number; max: number }
} & ({ kind: 'courier' } | { kind: 'pickup'; points: PickupPoint[] })

export interface PickupPoint {
  id: string
  title: string
  address: string
  hours?: string
}

/** What the buyer chose. */
export type Delivery =
  | { kind: 'courier'; optionId: string; address: string }
  | { kind: 'pickup'; optionId: string; pointId: string }
