import type { AddressSuggestions, Clock } from '@vitrina/core'
import { Hono } from 'hono'
import { acquirerBooks } from './acquirer/acquirer-books.ts'
import { acquirerRoutes } from './acquirer/acquirer-routes.ts'
import type { HabitsOf } from './acquirer/habits.ts'
import { sendNotification } from './acquirer/send-notification.ts'
import { testAcquirer } from './acquirer/test-acquirer.ts'
import type { Authenticator } from './authenticator.ts'
import { createBackground } from './background.ts'
import type { ShopConfig } from './configuration/shop-config.ts'
import { isAway } from './database/is-away.ts'
import type { Database } from './database/open-database.ts'
import { createEndedSessions } from './guard/ended-sessions.ts'
import { createGuard, type GuardOptions, type Peer } from './guard/guard.ts'
import { createRateLimiter } from './guard/rate-limits.ts'
import { createCallers } from './http/callers.ts'
import { front, type LogEntry } from './http/front.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { pictureRoutes } from './http/pictures.ts'
import { problemResponse } from './http/problem-response.ts'
import { createResponses } from './http/responses.ts'
import { notificationRoute } from './notification-route.ts'
import { createOrderNumbers } from './orders/order-numbers.ts'
import type { OrderEvent, OutboxChannel, Tell } from './outbox/order-event.ts'
import { type Webhook, webhookTeller } from './outbox/webhook.ts'
import { drainInbox } from './payments/inbox.ts'
import type { PaymentProvider } from './payments/payment-provider.ts'
import type { PaymentToReview } from './payments/payments-to-review.ts'
import { createSessionTokens } from './session-tokens.ts'
import { shopHandlers } from './shop-handlers.ts'
import { createSweep } from './sweep.ts'
import { systemClock } from './system-clock.ts'

export interface ServerOptions {
  /** Opened, and its tables up to date. */
  database: Database
  shops: readonly ShopConfig[]
  /** Who reads the launch proof of which scheme. */
  authenticate: Record<string, Authenticator>
  /** Signs session tokens; at least 32 random characters. Of several the first one signs and each is good. */
  tokenSecret: string | readonly string[]
  /** Signs the acquirer's notifications; likewise. */
  acquirerSecret: string | readonly string[]
  /** Where browsers reach this server, without a slash at the end. */
  publicUrl: string
  /** The pages that may call it. */
  origins?: readonly string[]
  /** A folder of pictures, served below `/pictures/`. */
  pictures?: string | undefined
  /** The built-in test acquirer when left out. */
  provider?: PaymentProvider
  /** What the test acquirer does wrong with a payment; nothing when left out. */
  acquirerHabits?: HabitsOf
  /** Limits of how often, how many at once and how long. None when left out; `serve` has defaults. */
  guard?: GuardOptions
  /** Milliseconds for which an answer of the catalogue is good for everybody; none when left out, `serve` has a second. */
  keepCatalogue?: number
  clock?: Clock
  /** Carries webhooks, and the test acquirer's notifications. */
  fetch?: typeof fetch
  /** Told of everything that happens to an order: the merchant's own systems. */
  webhook?: Webhook | undefined
  /** Likewise, for a message to the buyer. */
  notify?: Tell | undefined
  /** An event that nobody took for three days, and that is not sent any more. */
  onGivenUp?: (event: OrderEvent, channel: OutboxChannel) => void
  log?: (entry: LogEntry) => void
  /** A payment that waits for a person, told once by each process: `sweep` finds it. */
  onReview?: (payment: PaymentToReview) => void
  /** Who knows addresses; without them nobody is asked. */
  addresses?: AddressSuggestions | undefined
  /** Faults that no request is answered with. */
  onError?: (error: unknown) => void
}

/** A server is a function: it runs behind any listener, and without one in tests. */
export interface Server {
  /** `peer` is what the listener knows of the caller; without it nobody is counted by address. */
  fetch(request: Request, peer?: Peer): Promise<Response>
  /**
   * One turn of what nobody asks for: unpaid orders expire, unfinished payments are asked about, money that is due goes
   * back, and what happened to orders is told. `serve` does it every twenty seconds; elsewhere a timer of yours does. Any number of servers may do it at once.
   */
  sweep(): Promise<void>
  /** Finishes what runs in the background; the data base stays open, it is its opener's. */
  close(): Promise<void>
}

/**
 * Makes the server of one or more shops.
 *
 * @example
 * const server = createServer({ database, shops: [shop], authenticate: { vk }, tokenSecret, acquirerSecret, publicUrl })
 * const response = await server.fetch(new Request(`${publicUrl}/v1/shops/lavka/products`))
 */
export function createServer(options: ServerOptions): Server {
  const { database, shops, publicUrl, onError = () => {}, guard = {} } = options
  const secrets = [options.acquirerSecret].flat()
  const [secret = ''] = secrets
  const clock = options.clock ?? systemClock()
  const background = createBackground(onError)
  const books = acquirerBooks(database)
  const habits = options.acquirerHabits ?? (() => [])
  const provider = options.provider ?? testAcquirer({ books, secrets, publicUrl, clock, habits })
  const ended = createEndedSessions(database, clock)
  const tokens = createSessionTokens([options.tokenSecret].flat(), clock, ended)
  const limiter = createRateLimiter(guard.limits)
  const numbers = createOrderNumbers(database)
  const handlers = shopHandlers({
    ...options,
    tokens,
    ended,
    numbers,
    provider,
    clock,
    guard,
    limiter,
    picturesUrl: `${publicUrl}/pictures/`,
  })
  const url = `${publicUrl}/acquirer/notifications`
  const deps = { fetch: options.fetch ?? fetch, clock, secret, url, habits }

  const app = new Hono()
  const responses = createResponses(options.origins ?? [])
  app.use(front({ responses, guard: createGuard(limiter, guard), log: options.log }))
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.route(
    '/',
    mountRoutes(handlers, {
      shops,
      callers: createCallers({ database, tokens, clock }),
      limiter,
      guard,
      responses,
      clock,
      keepFor: options.keepCatalogue ?? 0,
    }),
  )
  app.route('/', notificationRoute({ database, clock, provider, background, onError }))
  if (!options.provider) {
    app.route(
      '/test-acquirer',
      acquirerRoutes({ books, notify: (payment) => sendNotification(deps, payment) }),
    )
  }
  if (options.pictures) app.route('/pictures', pictureRoutes(options.pictures))
  app.notFound(() => problemResponse({ code: 'not-found' }))
  app.onError((error) => {
    onError(error)
    if (isAway(error)) return problemResponse({ code: 'unavailable' })
    return problemResponse({ code: 'unknown', reason: 'The server failed' })
  })
  for (const shop of shops) background.run(() => drainInbox({ database, clock, onError }, shop.id))
  return {
    fetch: async (request, peer = {}) => app.fetch(request, peer),
    sweep: createSweep({
      database,
      shops,
      provider,
      clock,
      onError,
      onReview: options.onReview ?? (() => {}),
      tellers: {
        ...(options.webhook && { merchant: webhookTeller(options.webhook, deps) }),
        ...(options.notify && { buyer: options.notify }),
      },
      onGivenUp: options.onGivenUp ?? (() => {}),
    }),
    close: () => background.idle(),
  }
}
