/**
 * Milliseconds that a buyer may wait, whatever the client does to the bridge. A bridge that keeps silent for ever takes
 * four seconds of a launch; the rest is room for a busy machine. Who is late is played once more alone: only who is late
 * twice waited for the client.
 */
export const limits = {
  /** From opening the app to a product that can be put in the cart. */
  launch: 15_000,
  /** From a tap to what it shows: a count, a screen. */
  tap: 10_000,
  /** From a tap to the server's books. */
  kept: 15_000,
  /** From “place order” to the order, or to the acquirer's page. */
  order: 15_000,
  /** From the acquirer's decision to the screen that tells it. */
  outcome: 15_000,
} as const

export type Limit = keyof typeof limits

/** The longest of each, in milliseconds. */
export type Waits = Record<Limit, number>

export type Watch = ReturnType<typeof createWatch>

/** Holds what is awaited to its limit, and remembers the longest. */
export function createWatch() {
  const waits: Waits = { launch: 0, tap: 0, kept: 0, order: 0, outcome: 0 }
  return {
    waits,
    async within<Value>(limit: Limit, what: string, work: () => Promise<Value>): Promise<Value> {
      const started = Date.now()
      let late: NodeJS.Timeout | undefined
      const hang = new Promise<never>((_, reject) => {
        late = setTimeout(
          () => reject(new Error(`${what} took more than ${limits[limit]} ms`)),
          limits[limit],
        )
      })
      try {
        return await Promise.race([work(), hang])
      } finally {
        clearTimeout(late)
        waits[limit] = Math.max(waits[limit], Date.now() - started)
      }
    },
  }
}
