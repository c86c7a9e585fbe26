import type { MiddlewareHandler } from 'hono'

/**
 * Lets exactly the listed origins read answers. No credentials: the buyer is in the Authorization header, so a page
 * that is not ours has nothing to ride on.
 */
export function cors(origins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(origins)
  return async (c, next) => {
    const origin = c.req.header('origin')
    const known = origin !== undefined && allowed.has(origin)
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      c.res = new Response(null, { status: 204, headers: known ? preflight : {} })
    } else {
      await next()
    }
    c.res.headers.append('vary', 'Origin')
    if (!known) return
    c.res.headers.set('access-control-allow-origin', origin)
    c.res.headers.set('access-control-expose-headers', 'Idempotency-Replayed, Retry-After')
  }
}

const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
  'access-control-max-age': '7200',
}
