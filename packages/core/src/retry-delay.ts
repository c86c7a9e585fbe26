/** Milliseconds before attempt `attempt` (from 1): 1, 2, 4 … 30 s, spread by half so that clients do not march in step. */
export function retryDelay(attempt: number, random: () => number, retryAfter?: number): number {
  const backoff = Math.min(30_000, 1000 * 2 ** (attempt - 1))
  return Math.max(backoff * (0.5 + random() / 2), (retryAfter ?? 0) * 1000)
}
