import type { MiddlewareHandler } from 'hono'
import { problemResponse } from '../http/problem-response.ts'

/**
 * Lets so many requests in at once and answers the others at once with 503: late answers to everybody are worth less
 * than good ones to most. A request counts until its work is over, also when nobody waits for it any more.
 */
export function admit(most: number): MiddlewareHandler {
  let running = 0
  return async (_, next) => {
    if (running >= most) {
      // Not the same moment for everybody.
      return problemResponse({ code: 'unavailable', retryAfter: 1 + Math.floor(Math.random() * 3) })
    }
    running += 1
    try {
      await next()
    } finally {
      running -= 1
    }
  }
}
