import { fail, ok, type Result } from '@vitrina/core'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Calls a minute. They keep a program from crowding people out, so a person never meets one. */
export interface RateLimits {
  /** Any calls from one address. Many people share one: behind a mobile operator, thousands. */
  address: number
  /** Sessions opened from one address. */
  session: number
  /** Any calls of one buyer. */
  buyer: number
  /** Each of placing, cancelling and paying an order, for one buyer. */
  order: number
  /** Promo codes that one buyer tries: who guesses them is slow at it. */
  promo: number
  /** Addresses that are suggested to one address of the network: each may cost the merchant something. */
  suggestions: number
}

export const defaultRateLimits: RateLimits = {
  address: 3000,
  session: 300,
  buyer: 600,
  order: 30,
  promo: 20,
  suggestions: 120,
}

export type RateLimited = { code: 'rate-limited'; retryAfter: number }

/** Counts in this process's memory: with several servers behind a balancer each allows as much. */
export interface RateLimiter {
  take(limit: keyof RateLimits, key: string): Promise<Result<void, RateLimited>>
}

export function createRateLimiter(limits: RateLimits | undefined): RateLimiter {
  if (!limits) return { take: async () => ok(undefined) }
  const make = (name: keyof RateLimits) => new RateLimiterMemory({ points: limits[name], duration: 60 })
  const limiters = {
    address: make('address'),
    session: make('session'),
    buyer: make('buyer'),
    order: make('order'),
    promo: make('promo'),
    suggestions: make('suggestions'),
  }
  return {
    async take(limit, key) {
      try {
        await limiters[limit].consume(key)
        return ok(undefined)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return fail({
          code: 'rate-limited',
          retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
        })
      }
    },
  }
}
