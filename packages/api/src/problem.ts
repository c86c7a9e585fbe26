import type { Issue } from '@vitrina/core'
import * as v from 'valibot'

/**
 * An error on the wire (RFC 9457, `application/problem+json`). `code` is a failure's code in core, and the failure's
 * own fields stand beside it (`lines` of `sold-out`, `quote` of `price-changed`), so that client and server have
 * one vocabulary.
 */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  issues?: Issue[]
}

export const problemSchema = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  issues: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
})
