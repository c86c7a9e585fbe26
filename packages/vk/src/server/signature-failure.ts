/** Why something that came signed is not believed. `reason` is for logs: it tells nothing secret. */
export interface SignatureFailure<Code extends string = 'malformed' | 'bad-signature'> {
  code: Code
  reason: string
}

export const badSignature = {
  ok: false,
  error: { code: 'bad-signature', reason: 'The signature does not fit.' },
} as const

export function malformed(reason: string): { ok: false; error: { code: 'malformed'; reason: string } } {
  return { ok: false, error: { code: 'malformed', reason } }
}
