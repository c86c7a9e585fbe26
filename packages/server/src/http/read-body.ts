import { fail, type Issue, ok, type Result } from '@vitrina/core'

export type UnreadBody = { code: 'too-large' } | { code: 'invalid'; issues: Issue[] }

/**
 * Reads a body of at most `limit` bytes. One that tells a fitting length is read at once, since HTTP delivers no more
 * than was told; any other is counted on the way, and reading stops where it is too much. Of one that breaks off the
 * client is to blame, or its connection.
 */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array, UnreadBody>> {
  const told = request.headers.get('content-length')
  try {
    if (told === null || Number(told) > limit) return await readCounting(request, limit)
    const body = new Uint8Array(await request.arrayBuffer())
    return body.byteLength > limit ? fail({ code: 'too-large' }) : ok(body)
  } catch {
    return fail({ code: 'invalid', issues: [{ path: '', message: 'The body breaks off' }] })
  }
}

async function readCounting(
  request: Request,
  limit: number,
): Promise<Result<Uint8Array, { code: 'too-large' }>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return fail({ code: 'too-large' })
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks, size))
}
