import { createHash } from 'node:crypto'
import type { Result } from '@vitrina/core'
import type { ApiFailure } from './failures.ts'
import type { Outcome } from './mount-routes.ts'
import { problemResponse } from './problem-response.ts'

/**
 * Answers of the catalogue, the same for everybody. Who asks for what is being looked up already waits for that: a
 * card in a feed that everyone sees costs one look at the data base, not one for each of them.
 */
export function createPublicAnswers(): (request: Request, ask: () => Outcome) => Promise<Response> {
  const underWay = new Map<string, Promise<Result<Written, ApiFailure>>>()

  return async (request, ask) => {
    const known = underWay.get(request.url)
    const asked = known ?? write(ask).finally(() => underWay.delete(request.url))
    if (!known) underWay.set(request.url, asked)
    const answer = await asked
    return answer.ok ? respond(request, answer.value) : problemResponse(answer.error)
  }
}

interface Written {
  text: string
  etag: string
}

async function write(ask: () => Outcome): Promise<Result<Written, ApiFailure>> {
  const outcome = await ask()
  if (!outcome.ok) return outcome
  const text = JSON.stringify(outcome.value.body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  return { ok: true, value: { text, etag } }
}

/** For ten seconds nobody asks twice. */
function respond(request: Request, { text, etag }: Written): Response {
  const headers = { 'cache-control': 'public, max-age=10', etag }
  const tags = (request.headers.get('if-none-match') ?? '').split(',')
  const known = tags.map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } })
}
