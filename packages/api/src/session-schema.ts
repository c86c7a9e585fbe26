import * as v from 'valibot'

/** A launch, exchanged once for a short token. `value` is opaque here: the scheme's authenticator reads it. */
export const sessionRequestSchema = v.strictObject({
  scheme: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/)),
  value: v.pipe(v.string(), v.maxLength(8192)),
})

export const sessionSchema = v.object({
  token: v.string(),
  /** ISO 8601, UTC. */
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
})
