import { fail, ok, type Result } from '@vitrina/core'

export type TooLarge = { code: 'too-large' }

/**
 * Reads a body of at most `limit` bytes. One that tells a fitting length is read at once, since HTTP delivers no more
 * than was told; any other is counted on the way, and reading stops where it is too much.
 */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array, TooLarge>> {
  const told = request.headers.get('content-length')
  if (told !== null && Number(told) <= limit) {
    const body = new Uint8Array(await request.arrayBuffer())
    return body.byteLength > limit ? fail({ code: 'too-large' }) : ok(body)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength
      if (size > limit) return fail({ code: 'too-large' })
      chunks.push(chunk)
    }
  }
  return ok(Buffer.concat(chunks, size))
}
