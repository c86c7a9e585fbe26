import { type Clock, fail, ok, type Result } from '@vitrina/core'
import { errors, jwtVerify, SignJWT } from 'jose'

const lifetime = 30 * 60
/** So many tokens are remembered as good; a flood of others only makes it forget them. */
const most = 20_000
/** However often it is renewed: then the host has to say again who it is. */
const sessionLifetime = 12 * 60 * 60

/** A launch is exchanged once for a short token; it holds the buyer and is good for one shop. */
export interface SessionTokens {
  issue(shopId: string, buyerId: string): Promise<SessionToken>
  /** The buyer's id. */
  verify(shopId: string, token: string): Promise<Result<string, TokenFailure>>
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

/** What a token says; seconds since 1970. */
interface Session {
  buyerId: string
  startedAt: number
  endsAt: number
}

/**
 * The first secret signs, each one is good: a secret is changed by putting a new one in front; the old one may go after
 * half an hour, when its last token has ended.
 */
export function createSessionTokens(secrets: readonly string[], clock: Clock): SessionTokens {
  const keys = secrets.map((secret) => new TextEncoder().encode(secret))
  const [signingKey = new Uint8Array()] = keys
  const good = new Map<string, Session>()
  const seconds = () => Math.floor(clock.now() / 1000)

  async function sign(shopId: string, buyerId: string, startedAt: number): Promise<SessionToken> {
    const issuedAt = seconds()
    const token = await new SignJWT({ auth_time: startedAt })
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
    const key = `${shopId} ${token}`
    const known = good.get(key)
    if (known && seconds() < known.endsAt) return ok(known)
    good.delete(key)
    const session = await check(shopId, token)
    if (!session.ok) return session
    if (good.size === most) good.clear()
    good.set(key, session.value)
    return session
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
        const { sub, auth_time: startedAt, exp: endsAt } = payload
        return ok({ buyerId: String(sub), startedAt: Number(startedAt), endsAt: Number(endsAt) })
      } catch (error) {
        if (error instanceof errors.JWTExpired) reason = 'token-expired'
      }
    }
    return fail({ code: 'unauthorized', reason })
  }

  return {
    issue: (shopId, buyerId) => sign(shopId, buyerId, seconds()),
    async verify(shopId, token) {
      const session = await read(shopId, token)
      return session.ok ? ok(session.value.buyerId) : session
    },
    async renew(shopId, token) {
      const session = await read(shopId, token)
      if (!session.ok) return session
      const { buyerId, startedAt } = session.value
      if (seconds() - startedAt > sessionLifetime) {
        return fail({ code: 'unauthorized', reason: 'session-over' })
      }
      return ok(await sign(shopId, buyerId, startedAt))
    },
  }
}
