import type { MerchantFailure } from '@vitrina/core'
import type { Problem } from './problem.ts'

const byStatus: Record<number, MerchantFailure['code']> = {
  400: 'invalid',
  401: 'unauthorized',
  404: 'not-found',
  408: 'timeout',
  413: 'invalid',
  429: 'rate-limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
}

/** A failure out of an answer that is not a success: its problem's code and fields, or the best guess by its status. */
export async function failureOf(response: Response): Promise<MerchantFailure | { code: string }> {
  const { type: _, title, status: __, detail, ...failure } = await problemOf(response)
  const code = failure.code ?? byStatus[response.status] ?? 'unknown'
  const retryAfter = Number(response.headers.get('retry-after'))
  return {
    ...(code === 'unknown' || code === 'unauthorized'
      ? { reason: detail ?? title ?? `HTTP ${response.status}` }
      : {}),
    ...(code === 'invalid' ? { issues: [] } : {}),
    ...(retryAfter > 0 ? { retryAfter } : {}),
    ...failure,
    code,
  }
}

/** Something between the server and us may answer with a page of HTML instead. */
async function problemOf(response: Response): Promise<Partial<Problem>> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}
