import type { Problem } from '@vitrina/api'
import { type ApiFailure, headings } from './failures.ts'
import type { Answer } from './responses.ts'

/** A failure as RFC 9457 problem details; its own fields stand beside the common ones. */
export function problemAnswer(failure: ApiFailure): Answer {
  const problem = problemOf(failure)
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(failure.code === 'unauthorized' && { 'www-authenticate': 'Bearer' }),
      ...((failure.code === 'unavailable' ||
        failure.code === 'rate-limited' ||
        failure.code === 'in-flight') && {
        'retry-after': String(failure.retryAfter ?? 5),
      }),
    },
    body: JSON.stringify(problem),
  }
}

export function problemResponse(failure: ApiFailure): Response {
  const { body, ...init } = problemAnswer(failure)
  return new Response(body, init)
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
