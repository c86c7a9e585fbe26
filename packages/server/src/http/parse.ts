import { fail, type Issue, ok, type Result } from '@vitrina/core'
import * as v from 'valibot'
import type { ApiFailure } from './failures.ts'
import { readBody } from './read-body.ts'
import { isStorable } from './storable.ts'

const limit = 64 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A JSON body that fits the schema. */
export async function parseJsonBody<Value>(
  request: Request,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Result<Value, ApiFailure>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return fail({ code: 'unsupported-media-type' })
  const body = await readBody(request, limit)
  if (!body.ok) return body
  try {
    const text = utf8.decode(body.value)
    // Sound UTF-8 has nothing that cannot be kept; only an escape can stand for it.
    return parse(schema, JSON.parse(text), { storable: !text.includes('\\u') })
  } catch {
    return fail({ code: 'invalid', issues: [{ path: '', message: 'The body is not JSON' }] })
  }
}

/** A query string that fits the schema; a parameter given twice does not. */
export function parseQuery<Value>(
  url: string,
  schema: v.GenericSchema<unknown, Value>,
): Result<Value, ApiFailure> {
  const { searchParams } = new URL(url)
  const twice = [...searchParams.keys()].find((name) => searchParams.getAll(name).length > 1)
  if (twice) return fail({ code: 'invalid', issues: [{ path: twice, message: 'Given twice' }] })
  return parse(schema, Object.fromEntries(searchParams), { storable: false })
}

function parse<Value>(
  schema: v.GenericSchema<unknown, Value>,
  input: unknown,
  known: { storable: boolean },
): Result<Value, Extract<ApiFailure, { code: 'invalid' }>> {
  const parsed = v.safeParse(schema, input)
  if (parsed.success) {
    if (known.storable || isStorable(parsed.output)) return ok(parsed.output)
    return fail({ code: 'invalid', issues: [{ path: '', message: 'Not text: a zero or half a character' }] })
  }
  const issues: Issue[] = parsed.issues
    .slice(0, 20)
    .map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }))
  return fail({ code: 'invalid', issues })
}
