import { type Context, Hono } from 'hono'
import { readBody } from '../http/read-body.ts'
import type { AcquirerBooks, AcquirerPayment, Decision } from './acquirer-books.ts'
import { closedPage, notFoundPage, paymentPage, securePage } from './page.ts'
import { style } from './style.ts'
import { type Words, wordsFor } from './words.ts'

export interface AcquirerRoutesOptions {
  books: AcquirerBooks
  /** Tells the shop of a decision; waited for, so that the shop knows before the buyer is back. */
  notify(payment: AcquirerPayment): Promise<void>
}

const code = '1234'

/** Pages for a browser: plain forms, no script at all. A decision is posted and answered with a redirect. */
export function acquirerRoutes({ books, notify }: AcquirerRoutesOptions): Hono {
  const app = new Hono()
  app.get('/style.css', (c) =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' }),
  )

  const page = (
    path: string,
    show: (payment: AcquirerPayment, words: Words, base: string) => ReturnType<typeof closedPage>,
  ) =>
    app.get(`/payments/:id${path}`, async (c) => {
      const words = wordsFor(c.req.header('accept-language'))
      const payment = await books.byPage(c.req.param('id') ?? '')
      protect(c)
      if (!payment) return c.html(notFoundPage(words), 404)
      return c.html(show(payment, words, baseOf(payment.id)))
    })

  const decision = (path: string, decide: (c: Context) => Promise<Decision>) =>
    app.post(`/payments/:id/${path}`, async (c) => {
      const id = c.req.param('id') ?? ''
      const decided = await books.decide(id, await decide(c))
      if (decided) await notify(decided)
      protect(c)
      return c.redirect(baseOf(id), 303)
    })

  page('', paymentPage)
  page('/3ds', (payment, words, base) =>
    payment.state === 'pending' ? securePage(payment, words, base) : paymentPage(payment, words, base),
  )
  page('/closed', (payment, words, base) =>
    payment.state === 'pending' ? closedPage(words, base) : paymentPage(payment, words, base),
  )
  decision('approve', async () => ({ state: 'paid' }))
  decision('decline', async () => ({ state: 'failed', reason: 'declined' }))
  decision('3ds', async (c) => {
    const body = await readBody(c.req.raw, 1024)
    const form = new URLSearchParams(body.ok ? new TextDecoder().decode(body.value) : '')
    return form.get('code')?.trim() === code
      ? { state: 'paid' }
      : { state: 'failed', reason: 'authentication-failed' }
  })
  return app
}

function baseOf(id: string): string {
  return `/test-acquirer/payments/${encodeURIComponent(id)}`
}

function protect(c: Context): void {
  c.header('cache-control', 'no-store')
  c.header('vary', 'Accept-Language')
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
}
