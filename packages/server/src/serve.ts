import type { AddressInfo } from 'node:net'
import { fail, ok, type Result } from '@vitrina/core'
import type { Environment } from './configuration/environment.ts'
import { readSecrets } from './configuration/secrets.ts'
import type { VitrinaConfig } from './configuration/shop-config.ts'
import { createServer, type Server } from './create-server.ts'
import type { Database } from './database/open-database.ts'
import type { LogEntry } from './http/front.ts'
import { createListener } from './listener.ts'
import type { OrderEvent, OutboxChannel } from './outbox/order-event.ts'
import type { PaymentToReview } from './payments/payments-to-review.ts'
import { repeat } from './repeat.ts'

export interface ServeOptions {
  environment: Environment
  config: VitrinaConfig
  /** Opened, and its tables up to date; `serve` closes it in the end. */
  database: Database
  log?: (entry: LogEntry) => void
  onError?: (error: unknown) => void
  onReview?: (payment: PaymentToReview) => void
  onGivenUp?: (event: OrderEvent, channel: OutboxChannel) => void
}

/** A server behind a port. */
export interface Serving {
  /** Where it is reached: `http://localhost:4110`. */
  url: string
  /** Takes no more requests, finishes those that run, then closes the data base. */
  close(): Promise<void>
}

export type ServeFailure =
  | { code: 'missing-secret'; reason: string }
  | { code: 'port-taken'; port: number }
  | { code: 'cannot-listen'; reason: string }

const sweepEvery = 20_000
const keepCatalogue = 1_000

/** Listens on the environment's host and port; port 0 takes a free one. */
export async function serve(options: ServeOptions): Promise<Result<Serving, ServeFailure>> {
  const { environment, config, database } = options
  const secrets = await readSecrets(environment)
  if (!secrets.ok) return secrets
  let server: Server | undefined
  const listener = createListener({
    answer: (request, address) => server?.fetch(request, { address }) ?? new Response(null, { status: 503 }),
    onError: options.onError ?? (() => {}),
  })
  const listening = await listen(listener, environment)
  if (!listening.ok) return listening
  const url = `http://${environment.host.includes(':') ? `[${environment.host}]` : environment.host}:${listening.value}`
  // Made after the port is known: pictures and payment pages have addresses with it.
  server = createServer({
    database,
    shops: [config.shop],
    authenticate: config.authenticate,
    pictures: config.pictures,
    origins: environment.origins,
    tokenSecret: secrets.value.token,
    acquirerSecret: secrets.value.acquirer,
    publicUrl: environment.publicUrl ?? url,
    guard: {
      limits: environment.rateLimits,
      mostAtOnce: environment.mostAtOnce,
      timeLimit: environment.timeLimit * 1000,
      trustedProxies: environment.trustedProxies,
    },
    keepCatalogue,
    acquirerHabits: () => environment.acquirerHabits,
    webhook: environment.webhook,
    notify: config.notify,
    addresses: config.addresses,
    ...(options.onGivenUp && { onGivenUp: options.onGivenUp }),
    ...(options.log && { log: options.log }),
    ...(options.onReview && { onReview: options.onReview }),
    ...(options.onError && { onError: options.onError }),
  })
  const { close, sweep } = server
  const sweeping = repeat(sweep, sweepEvery)
  return ok({
    url,
    async close() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      listener.closeIdleConnections()
      const forced = setTimeout(() => listener.closeAllConnections(), 2_000)
      await closed
      clearTimeout(forced)
      await sweeping.stop()
      await close()
      await database.close()
    },
  })
}

function listen(
  listener: ReturnType<typeof createListener>,
  { host, port }: Environment,
): Promise<Result<number, ServeFailure>> {
  return new Promise((resolve) => {
    listener.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? fail({ code: 'port-taken', port })
          : fail({ code: 'cannot-listen', reason: error.message }),
      ),
    )
    listener.listen(port, host, () => resolve(ok((listener.address() as AddressInfo).port)))
  })
}
