const length = 24 * 3_600_000

/** The first moment of a day, UTC: what is only told to the day is not written again all day long. */
export function dayOf(now: number): Date {
  return new Date(Math.floor(now / length) * length)
}
