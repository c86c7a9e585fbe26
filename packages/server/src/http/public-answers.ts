import { createHash } from 'node:crypto'
import { type Clock, ok, type Result } from '@vitrina/core'
import type { ApiFailure } from './failures.ts'
import type { Outcome } from './mount-routes.ts'
import { problemAnswer } from './problem-response.ts'
import type { Answer } from './responses.ts'

/** All that is kept at once, in characters. */
const most = 16 * 1024 * 1024

export interface PublicAnswersOptions {
  clock: Clock
  /** Milliseconds; browsers and networks on the way keep an answer for ten seconds anyway. */
  keepFor: number
}

/**
 * Answers of the catalogue, the same for everybody. Who asks for what is being looked up already waits for that, and
 * who asks for what was looked up a moment ago gets that: a card in a feed that everyone sees costs one look at the
 * data base, not one for each of them.
 */
export function createPublicAnswers({
  clock,
  keepFor,
}: PublicAnswersOptions): (request: Request, ask: () => Outcome) => Promise<Answer> {
  const underWay = new Map<string, Promise<Result<Written, ApiFailure>>>()
  const kept = new Map<string, Written>()
  let keptSince = 0
  let size = 0

  /** All of them end together, so none is kept for longer than it may be. */
  function forgetOld(): void {
    const age = clock.now() - keptSince
    if (age >= 0 && age < keepFor && size < most) return
    kept.clear()
    keptSince = clock.now()
    size = 0
  }

  async function look(url: string, ask: () => Outcome): Promise<Result<Written, ApiFailure>> {
    const began = keptSince
    const outcome = await ask()
    if (!outcome.ok) return outcome
    const written = write(outcome.value.body)
    // What was looked up before the others were forgotten is older than they were.
    if (keepFor > 0 && began === keptSince) {
      kept.set(url, written)
      size += written.text.length
    }
    return ok(written)
  }

  return async (request, ask) => {
    const { url } = request
    forgetOld()
    const recent = kept.get(url)
    if (recent) return answerOf(request, recent)
    const asked = underWay.get(url) ?? look(url, ask).finally(() => underWay.delete(url))
    underWay.set(url, asked)
    const answer = await asked
    return answer.ok ? answerOf(request, answer.value) : problemAnswer(answer.error)
  }
}

interface Written {
  text: string
  etag: string
}

function write(body: unknown): Written {
  const text = JSON.stringify(body)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

/** For ten seconds nobody asks twice. */
function answerOf(request: Request, { text, etag }: Written): Answer {
  const headers = { 'cache-control': 'public, max-age=10', etag }
  const tags = (request.headers.get('if-none-match') ?? '').split(',')
  const known = tags.map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return { status: 304, headers, body: null }
  return { status: 200, headers: { ...headers, 'content-type': 'application/json' }, body: text }
}
