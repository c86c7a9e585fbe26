import { Hono } from 'hono'
import type { Background } from './background.ts'
import { problemResponse } from './http/problem-response.ts'
import { readBody } from './http/read-body.ts'
import { type DrainDeps, drainInbox, receive } from './payments/inbox.ts'
import type { PaymentProvider } from './payments/payment-provider.ts'

export interface NotificationRouteOptions extends DrainDeps {
  provider: PaymentProvider
  background: Background
}

/** Where the acquirer reports: checked, kept, answered, and only then dealt with. */
export function notificationRoute({ provider, background, ...deps }: NotificationRouteOptions): Hono {
  const app = new Hono()
  app.post('/acquirer/notifications', async (c) => {
    const body = await readBody(c.req.raw, 64 * 1024)
    if (!body.ok) return problemResponse(body.error)
    const notification = await provider.parseNotification(body.value, c.req.raw.headers)
    if (!notification.ok) {
      const { code } = notification.error
      if (code !== 'malformed') return problemResponse({ code: 'unauthorized', reason: code })
      return problemResponse({ code: 'invalid', issues: [{ path: '', message: 'Not a notification' }] })
    }
    await receive(deps, provider.name, notification.value)
    background.run(() => drainInbox(deps, notification.value.shopId))
    return c.body(null, 200)
  })
  return app
}
