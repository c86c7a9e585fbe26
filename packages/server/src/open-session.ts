import { sessionRequestSchema } from '@vitrina/api/schemas'
import { type Clock, fail, type LaunchProof, ok, type Result } from '@vitrina/core'
import type { Authenticated, Authenticator } from './authenticator.ts'
import { meetCarts } from './cart/meet-carts.ts'
import type { Database } from './database/open-database.ts'
import type { ApiFailure } from './http/failures.ts'
import type { Outcome, ShopCall } from './http/mount-routes.ts'
import { parseJsonBody } from './http/parse.ts'
import { openOrderLink } from './orders/order-links.ts'
import type { SessionTokens } from './session-tokens.ts'

export interface OpenSessionDeps {
  database: Database
  authenticate: Record<string, Authenticator>
  tokens: SessionTokens
  clock: Clock
}

/**
 * Exchanges a launch for a token, once: from then on nobody sends the launch again. A token renews itself. Who brings
 * the proof of a guest along, was that guest: what the guest has goes over before there is a token.
 */
export async function openSession(deps: OpenSessionDeps, { request, shop }: ShopCall): Outcome {
  const { database, tokens, clock } = deps
  const asked = await parseJsonBody(request, sessionRequestSchema)
  if (!asked.ok) return asked
  const { guest, orderLink, ...proof } = asked.value
  if (proof.scheme === 'session') {
    const renewed = await tokens.renew(shop.id, proof.value)
    return renewed.ok ? ok({ body: renewed.value }) : renewed
  }
  const buyer = await whoIs(deps, shop.id, proof)
  if (!buyer.ok) return buyer
  const now = clock.now()
  const { buyerId } = buyer.value
  const earlier = guest && !buyer.value.guest ? await whoIs(deps, shop.id, guest) : undefined
  // A proof that is not good is no reason to keep the buyer out: there is just no guest.
  if (earlier?.ok && earlier.value.guest) {
    await meetCarts(database, shop, { guestId: earlier.value.buyerId, buyerId, now })
  }
  const link = orderLink && (await openOrderLink(database.kysely, shop.id, orderLink, now))
  return ok({ body: await tokens.issue(shop.id, { ...buyer.value, ...(link && { link }) }) })
}

/** By a launch of one of the schemes, or by a token. */
async function whoIs(
  { authenticate, tokens }: OpenSessionDeps,
  shopId: string,
  { scheme, value }: LaunchProof,
): Promise<Result<Authenticated, ApiFailure>> {
  if (scheme === 'session') return tokens.verify(shopId, value)
  const authenticator = Object.hasOwn(authenticate, scheme) ? authenticate[scheme] : undefined
  if (!authenticator) return fail({ code: 'unauthorized', reason: 'unknown-scheme' })
  const buyer = await authenticator(value, shopId)
  return buyer.ok ? buyer : fail({ code: 'unauthorized', reason: buyer.error.code })
}
