import { type Clock, fail, ok, type Result } from '@vitrina/core'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Authenticated } from './authenticator.ts'
import type { EndedSessions } from './guard/ended-sessions.ts'
import type { OpenedLink } from './orders/order-links.ts'

const lifetime = 30 * 60
/** So many tokens are remembered as good; a flood of others only makes it forget them. */
const most = 20_000
/** However often it is renewed: then the host has to say again who it is. */
const sessionLifetime = 12 * 60 * 60

/** A launch is exchanged once for a short token; it holds the session and is good for one shop. */
export interface SessionTokens {
  issue(shopId: string, identity: SessionIdentity): Promise<SessionToken>
  verify(shopId: string, token: string): Promise<Result<Session, TokenFailure>>
  /** A fresh token for one that is still good, as long as the session lasts. */
  renew(shopId: string, token: string): Promise<Result<SessionToken, TokenFailure>>
}

export interface SessionToken {
  token: string
  /** ISO 8601, UTC. */
  expiresAt: string
}

export interface TokenFailure {
  code: 'unauthorized'
  reason: 'token-expired' | 'token-invalid' | 'session-over'
}

/** Who it is, and what else may be seen. */
export interface SessionIdentity extends Authenticated {
  /** An order that a link has opened. */
  link?: OpenedLink | undefined
}

/** What a token says; seconds since 1970. */
export interface Session extends SessionIdentity {
  startedAt: number
  endsAt: number
}

/**
 * The first secret signs, each one is good: a secret is changed by putting a new one in front; the old one may go after
 * half an hour, when its last token has ended.
 */
export function createSessionTokens(
  secrets: readonly string[],
  clock: Clock,
  ended?: Pick<EndedSessions, 'isOver'>,
): SessionTokens {
  const keys = secrets.map((secret) => new TextEncoder().encode(secret))
  const [signingKey = new Uint8Array()] = keys
  const good = new Map<string, { shopId: string; session: Session }>()
  const seconds = () => Math.floor(clock.now() / 1000)

  async function sign(shopId: string, identity: SessionIdentity, startedAt: number): Promise<SessionToken> {
    const issuedAt = seconds()
    const { buyerId, guest, link } = identity
    const token = await new SignJWT({ auth_time: startedAt, ...(guest && { guest }), ...(link && { link }) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('vitrina')
      .setSubject(buyerId)
      .setAudience(shopId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(signingKey)
    return { token, expiresAt: new Date((issuedAt + lifetime) * 1000).toISOString() }
  }

  /** A token is the same for half an hour: its signature is checked once, when it ends each time. */
  async function read(shopId: string, token: string): Promise<Result<Session, TokenFailure>> {
    const known = good.get(token)
    const isKnown = known?.shopId === shopId && seconds() < known.session.endsAt
    const session = isKnown ? ok(known.session) : await check(shopId, token)
    if (!session.ok) return session
    if (!isKnown) {
      if (good.size >= most) good.clear()
      good.set(token, { shopId, session: session.value })
    }
    if (!(await ended?.isOver(shopId, session.value))) return session
    return fail({ code: 'unauthorized', reason: 'session-over' })
  }

  async function check(shopId: string, token: string): Promise<Result<Session, TokenFailure>> {
    let reason: TokenFailure['reason'] = 'token-invalid'
    for (const key of keys) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: 'vitrina',
          audience: shopId,
          requiredClaims: ['sub', 'exp', 'auth_time'],
          currentDate: new Date(clock.now()),
        })
        return ok(sessionOf(payload))
      } catch (error) {
        if (error instanceof errors.JWTExpired) reason = 'token-expired'
      }
    }
    return fail({ code: 'unauthorized', reason })
  }

  return {
    // To the millisecond: a session that begins right after another one was ended is not that one.
    issue: (shopId, identity) => sign(shopId, identity, clock.now() / 1000),
    verify: read,
    async renew(shopId, token) {
      const session = await read(shopId, token)
      if (!session.ok) return session
      const { startedAt } = session.value
      if (seconds() - startedAt > sessionLifetime) {
        return fail({ code: 'unauthorized', reason: 'session-over' })
      }
      return ok(await sign(shopId, session.value, startedAt))
    },
  }
}

/** Signed by us: what is in it has the shape that `sign` gave it. */
function sessionOf({ sub, auth_time, exp, guest, link }: JWTPayload): Session {
  return {
    buyerId: String(sub),
    startedAt: Number(auth_time),
    endsAt: Number(exp),
    ...(guest === true && { guest }),
    ...(isLink(link) && { link }),
  }
}

function isLink(link: unknown): link is OpenedLink {
  return typeof link === 'object' && link !== null && 'orderId' in link && 'hash' in link
}
