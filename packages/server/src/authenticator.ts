import type { Result } from '@vitrina/core'

/**
 * Reads the launch proof of one scheme: who is it? The `buyerId` is the buyer's key in this shop; two schemes that
 * answer with the same one share the cart. `code` of a failure is told to the client.
 */
export type Authenticator = (
  value: string,
  shopId: string,
) => Result<Authenticated, AuthenticationFailure> | Promise<Result<Authenticated, AuthenticationFailure>>

export interface Authenticated {
  buyerId: string
  /** Known to this browser alone. What a guest has, goes to the buyer whom the guest becomes. */
  guest?: boolean
}

export interface AuthenticationFailure {
  code: string
  reason?: string
}
