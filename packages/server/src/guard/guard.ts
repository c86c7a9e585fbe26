import type { Context } from 'hono'
import type { ApiFailure } from '../http/failures.ts'
import { clientAddress } from './client-address.ts'
import { endsWithin } from './ends-within.ts'
import type { RateLimiter, RateLimits } from './rate-limits.ts'

/** What keeps a crowd, or a program, from taking the shop away from everybody else. Each part is off when left out. */
export interface GuardOptions {
  limits?: RateLimits | undefined
  /** Requests that are worked on at once; others are answered with 503. */
  mostAtOnce?: number | undefined
  /** Milliseconds for a request. */
  timeLimit?: number | undefined
  /** How many proxies stand in front and add to X-Forwarded-For. Default 0: the header is not believed. */
  trustedProxies?: number | undefined
}

/** What the listener knows of a request beside the request: where it came from. */
export interface Peer {
  address?: string | undefined
}

/** Undefined when nobody knows: then nobody is counted by it. */
export function addressOf(c: Context, { trustedProxies = 0 }: GuardOptions): string | undefined {
  const { address } = (c.env ?? {}) as Peer
  return clientAddress(c.req.header('x-forwarded-for'), address, trustedProxies)
}

/** Does the work of a request, or says what it is answered with instead. */
export type Guard = (c: Context, work: () => Promise<void>) => Promise<ApiFailure | undefined>

/**
 * Lets so many requests in at once and refuses the others at once: late answers to everybody are worth less than good ones
 * to most. A request counts until its work is over, also when nobody waits for it any more. Who waits is told in time, if
 * only that there is no answer: the work goes on and may still succeed, so a client asks again under the same key.
 */
export function createGuard(limiter: RateLimiter, options: GuardOptions): Guard {
  const { limits, mostAtOnce = Number.POSITIVE_INFINITY, timeLimit } = options
  let running = 0

  async function pass(c: Context, work: () => Promise<void>): Promise<ApiFailure | undefined> {
    try {
      const address = limits && c.req.path.startsWith('/v1/') ? addressOf(c, options) : undefined
      const taken = address === undefined ? undefined : await limiter.take('address', address)
      if (taken && !taken.ok) return taken.error
      await work()
      return undefined
    } finally {
      running -= 1
    }
  }

  return async (c, work) => {
    // A balancer that asks for its health must not take a busy server for a dead one.
    if (c.req.path === '/health') return void (await work())
    // Not the same moment for everybody.
    if (running >= mostAtOnce) return { code: 'unavailable', retryAfter: 1 + Math.floor(Math.random() * 3) }
    running += 1
    const passing = pass(c, work)
    if (timeLimit !== undefined && !(await endsWithin(passing, timeLimit))) return { code: 'timeout' }
    return passing
  }
}
