import type { Problem } from '@vitrina/api'
import { type ApiFailure, headings } from './failures.ts'

/** A failure as RFC 9457 problem details; its own fields stand beside the common ones. */
export function problemResponse(failure: ApiFailure): Response {
  const problem = problemOf(failure)
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (failure.code === 'unauthorized') headers.set('www-authenticate', 'Bearer')
  if (failure.code === 'unavailable' || failure.code === 'rate-limited' || failure.code === 'in-flight')
    headers.set('retry-after', String(failure.retryAfter ?? 5))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

export function problemOf(failure: ApiFailure): Problem {
  const { status, title } = headings[failure.code]
  return { ...inWords(failure), type: `urn:vitrina:problem:${failure.code}`, title, status }
}

/** What only HTTP knows reaches core as one of its own failures; the status tells them apart. */
function inWords(failure: ApiFailure): ApiFailure {
  if (failure.code === 'in-flight') return { ...failure, code: 'unavailable' }
  if (failure.code !== 'too-large' && failure.code !== 'unsupported-media-type') return failure
  return { code: 'invalid', issues: [{ path: '', message: headings[failure.code].title }] }
}
