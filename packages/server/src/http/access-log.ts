import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'

/** All that is written down of a request: the pattern of its path, never the path itself, nobody's data. */
export interface LogEntry {
  method: string
  route: string
  status: number
  ms: number
}

export function accessLog(log: (entry: LogEntry) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const ms = Math.round(performance.now() - start)
    log({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms })
  }
}
