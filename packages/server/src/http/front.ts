import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Guard } from '../guard/guard.ts'
import { problemAnswer } from './problem-response.ts'
import type { Responses } from './responses.ts'

/** All that is written down of a request: the pattern of its path, never the path itself, nobody's data. */
export interface LogEntry {
  method: string
  route: string
  status: number
  ms: number
}

export interface FrontOptions {
  responses: Responses
  guard: Guard
  log?: ((entry: LogEntry) => void) | undefined
}

/** What every request passes, in one layer: each one costs every answer something. */
export function front({ responses, guard, log }: FrontOptions): MiddlewareHandler {
  const { respond, complete, preflight } = responses
  return async (c, next) => {
    const start = log && performance.now()
    const request = c.req.raw
    const asked = preflight(request)
    if (asked) c.res = asked
    else {
      const failure = await guard(c, next)
      if (failure) c.res = respond(request, problemAnswer(failure))
      else complete(request, c.res)
    }
    if (log === undefined || start === undefined) return
    const ms = Math.round(performance.now() - start)
    log({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms })
  }
}
