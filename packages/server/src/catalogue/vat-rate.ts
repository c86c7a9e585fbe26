/** Stands for "none" in a column where null is the shop's own rate. */
const none = -1

/** A feed's rate as a column keeps it. */
export function storedVatRate(rate: number | null | undefined): number | null {
  return rate === null ? none : (rate ?? null)
}

/** The rate that holds for a variant, in per cent; undefined when there is no VAT on it. */
export function vatRateOf(stored: number | null, ofShop: number | undefined): number | undefined {
  if (stored === null) return ofShop
  return stored === none ? undefined : stored
}
