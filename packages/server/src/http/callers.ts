import { type Clock, fail, ok, type Result } from '@vitrina/core'
import type { Database } from '../database/open-database.ts'
import { linkedOwner } from '../orders/order-links.ts'
import type { SessionTokens } from '../session-tokens.ts'
import type { ApiFailure } from './failures.ts'

export interface Caller {
  /** Who calls, and is counted. */
  id: string
  /** For whom: whose order it is, where a link has opened it. */
  buyerId: string
}

/** Who calls, by the token of a request; `linked` is the order that a link may open here. */
export type Callers = (
  request: Request,
  shopId: string,
  linked: string | undefined,
) => Promise<Result<Caller, ApiFailure>>

export interface CallersDeps {
  database: Database
  tokens: SessionTokens
  clock: Clock
}

export function createCallers({ database, tokens, clock }: CallersDeps): Callers {
  return async (request, shopId, linked) => {
    const [, token] = /^Bearer ([\w.-]{1,4000})$/i.exec(request.headers.get('authorization') ?? '') ?? []
    if (!token) return fail({ code: 'unauthorized', reason: 'token-missing' })
    const session = await tokens.verify(shopId, token)
    if (!session.ok) return session
    const { buyerId: id, link } = session.value
    const opened = link && link.orderId === linked
    const owner = opened ? await linkedOwner(database.kysely, shopId, link, clock.now()) : undefined
    return ok({ id, buyerId: owner ?? id })
  }
}
