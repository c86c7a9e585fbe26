import type { MiddlewareHandler } from 'hono'
import { problemResponse } from '../http/problem-response.ts'

/**
 * Answers in time, if only that there is no answer. The work goes on and may still succeed: the problem is `timeout`,
 * after which a client asks again under the same key.
 */
export function timeLimit(milliseconds: number): MiddlewareHandler {
  return async (c, next) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, milliseconds, 'late')
    })
    const outcome = await Promise.race([next(), late])
    clearTimeout(timer)
    if (outcome === 'late') c.res = problemResponse({ code: 'timeout' })
  }
}
