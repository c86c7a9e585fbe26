import type { Context, MiddlewareHandler } from 'hono'
import { problemResponse } from '../http/problem-response.ts'
import { clientAddress } from './client-address.ts'
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

export function limitByAddress(limiter: RateLimiter, options: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const address = addressOf(c, options)
    const taken = address === undefined ? undefined : await limiter.take('address', address)
    if (taken && !taken.ok) return problemResponse(taken.error)
    await next()
  }
}
