import { fail, ok, type Result } from '@vitrina/core'

export type TooLarge = { code: 'too-large' }

/** Reads a body and counts its bytes on the way, whatever its headers say; stops where it is too much. */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array, TooLarge>> {
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
