import { routes } from '@vitrina/api'
import type { Result } from '@vitrina/core'
import { type Context, Hono } from 'hono'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { addressOf, type GuardOptions } from '../guard/guard.ts'
import type { RateLimiter, RateLimits } from '../guard/rate-limits.ts'
import type { Callers } from './callers.ts'
import type { ApiFailure } from './failures.ts'
import { problemAnswer } from './problem-response.ts'
import { createPublicAnswers, type PublicAnswersOptions } from './public-answers.ts'
import type { Answer, Responses } from './responses.ts'

type Routes = typeof routes

/** A request whose shop is known. */
export interface ShopCall {
  request: Request
  shop: ShopConfig
  /** A part of the path by its name in the route; '' for one that the route does not have. */
  param(name: string): string
}

/** A request whose buyer is known too. */
export interface BuyerCall extends ShopCall {
  buyerId: string
}

export interface Reply {
  status?: 200 | 201
  headers?: Record<string, string>
  body: unknown
}

export type Outcome = Promise<Result<Reply, ApiFailure>>

/** One handler for each route of the table: a route without one does not compile. */
export type Handlers = {
  [Name in keyof Routes]: Routes[Name]['auth'] extends 'buyer'
    ? (call: BuyerCall) => Outcome
    : (call: ShopCall) => Outcome
}

export interface MountOptions extends PublicAnswersOptions {
  shops: readonly ShopConfig[]
  callers: Callers
  limiter: RateLimiter
  guard: GuardOptions
  responses: Responses
}

/** What a person does now and then. */
const ordering = new Set<keyof Routes>(['placeOrder', 'cancelOrder', 'startPayment', 'linkOrder', 'forget'])

/** What anybody may ask, and not too often. */
const limited: Partial<Record<keyof Routes, keyof RateLimits>> = {
  session: 'session',
  addressSuggestions: 'suggestions',
}

export function mountRoutes(handlers: Handlers, options: MountOptions): Hono {
  const { shops, callers, limiter, guard, responses } = options
  const app = new Hono()
  const lookUp = createPublicAnswers(options)
  const byId = new Map(shops.map((shop) => [shop.id, shop]))

  async function answer(name: keyof Routes, c: Context): Promise<Answer> {
    const route = routes[name]
    const shop = byId.get(c.req.param('shop') ?? '')
    if (!shop) return problemAnswer({ code: 'not-found' })
    const call: ShopCall = { request: c.req.raw, shop, param: (key) => c.req.param(key) ?? '' }
    if (route.auth === 'none') {
      const limit = limited[name]
      const address = limit && addressOf(c, guard)
      const taken = limit && address !== undefined ? await limiter.take(limit, address) : undefined
      if (taken && !taken.ok) return problemAnswer(taken.error)
      const ask = () => (handlers[name] as (call: ShopCall) => Outcome)(call)
      return route.method === 'GET' ? lookUp(c.req.raw, ask) : uncached(await ask())
    }
    const caller = await callers(c.req.raw, shop.id, 'link' in route ? c.req.param('order') : undefined)
    if (!caller.ok) return problemAnswer(caller.error)
    const { id, buyerId } = caller.value
    const who = `${shop.id} ${id}`
    const called = await limiter.take('buyer', who)
    if (!called.ok) return problemAnswer(called.error)
    if (ordering.has(name)) {
      const ordered = await limiter.take('order', `${name} ${who}`)
      if (!ordered.ok) return problemAnswer(ordered.error)
    }
    return uncached(await handlers[name]({ ...call, buyerId }))
  }

  for (const name of Object.keys(routes) as (keyof Routes)[]) {
    const { method, path } = routes[name]
    app.on(method, `/v1/shops/:shop${path}`, async (c) => responses.respond(c.req.raw, await answer(name, c)))
  }
  return app
}

/** What belongs to one buyer is nobody's to keep. */
function uncached(outcome: Awaited<Outcome>): Answer {
  if (!outcome.ok) return problemAnswer(outcome.error)
  const { status = 200, headers, body } = outcome.value
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  }
}
