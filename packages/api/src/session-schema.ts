import type { LaunchProof } from '@vitrina/core'
import * as v from 'valibot'

const proof = {
  scheme: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/)),
  value: v.pipe(v.string(), v.maxLength(8192)),
}

/** A launch, exchanged once for a short token. `value` is opaque here: the scheme's authenticator reads it. */
export const sessionRequestSchema: v.GenericSchema<LaunchProof> = v.strictObject({
  ...proof,
  guest: v.optional(v.strictObject(proof)),
  orderLink: v.optional(v.pipe(v.string(), v.maxLength(200))),
})

export const sessionSchema = v.object({
  token: v.string(),
  /** ISO 8601, UTC. */
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
})
