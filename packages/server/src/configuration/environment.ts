import { fail, ok, type Result } from '@vitrina/core'
import * as v from 'valibot'
import { type AcquirerHabit, acquirerHabits } from '../acquirer/habits.ts'
import { defaultRateLimits, type RateLimits } from '../guard/rate-limits.ts'
import type { Webhook } from '../outbox/webhook.ts'

/** What the process is told from outside, read once. */
export interface Environment {
  production: boolean
  port: number
  host: string
  /** PostgreSQL; without it PGlite keeps its files in `data`. */
  databaseUrl?: string | undefined
  data: string
  /** Where browsers reach this server; derived from host and port when left out. */
  publicUrl?: string | undefined
  /** The pages that may call it, exactly: `https://shop.example`. */
  origins: string[]
  /** The first signs, each is good. */
  tokenSecret?: string[] | undefined
  acquirerSecret?: string[] | undefined
  /** Undefined: no limits. */
  /** Where orders are reported to, and what signs that. */
  webhook?: Webhook | undefined
  rateLimits: RateLimits | undefined
  mostAtOnce: number
  /** Seconds. */
  timeLimit: number
  trustedProxies: number
  /** What the test acquirer does wrong with every payment. */
  acquirerHabits: AcquirerHabit[]
}

const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  ),
)

const secret = v.optional(
  v.pipe(list, v.array(v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters')))),
)

const number = (least: number, most: number, otherwise: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}$/, `must be a number from ${least} to ${most}`),
      v.transform(Number),
      v.minValue(least, `must be a number from ${least} to ${most}`),
      v.maxValue(most, `must be a number from ${least} to ${most}`),
    ),
    otherwise,
  )

const origin = v.pipe(
  v.string(),
  v.check(
    (text) => originOf(text) === text,
    'must be origins like https://shop.example, separated by commas',
  ),
)

const schema = v.object({
  NODE_ENV: v.optional(v.string()),
  PORT: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'must be a port number'), v.transform(Number), v.maxValue(65535)),
    '4110',
  ),
  HOST: v.optional(v.pipe(v.string(), v.minLength(1)), 'localhost'),
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'))),
  VITRINA_DATA: v.optional(v.pipe(v.string(), v.minLength(1)), '.data/vitrina'),
  VITRINA_PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => /^https?:/.test(text) && URL.canParse(text), 'must be an http or https URL'),
      v.transform((text) => text.replace(/\/+$/, '')),
    ),
  ),
  VITRINA_ORIGINS: v.optional(v.pipe(list, v.array(origin)), ''),
  VITRINA_ACQUIRER_HABITS: v.optional(
    v.pipe(list, v.array(v.picklist(acquirerHabits, `must be some of ${acquirerHabits.join(', ')}`))),
    '',
  ),
  VITRINA_RATE_LIMITS: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => text === 'off' || readRateLimits(text) !== undefined,
        'must be off or limits like address=3000,buyer=600',
      ),
      v.transform((text) => (text === 'off' ? undefined : readRateLimits(text))),
    ),
    '',
  ),
  VITRINA_MOST_AT_ONCE: number(1, 100_000, '512'),
  VITRINA_TIME_LIMIT: number(1, 600, '15'),
  VITRINA_TRUSTED_PROXIES: number(0, 9, '0'),
  VITRINA_WEBHOOK_URL: v.optional(
    v.pipe(v.string(), v.check(isSafeTarget, 'must be an https URL, or an http one on this machine')),
  ),
  VITRINA_WEBHOOK_SECRET: secret,
  VITRINA_TOKEN_SECRET: secret,
  VITRINA_ACQUIRER_SECRET: secret,
})

/** Reads the environment; the failure names the variable and never its value. An empty variable is one not set. */
export function readEnvironment(
  variables: Record<string, string | undefined>,
): Result<Environment, { code: 'invalid-environment'; reason: string }> {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = v.safeParse(schema, set)
  if (!parsed.success) {
    const [issue] = parsed.issues
    const name = String(issue.path?.[0].key ?? 'The environment')
    return fail({ code: 'invalid-environment', reason: `${name} ${issue.message}.` })
  }
  const { output } = parsed
  const { VITRINA_WEBHOOK_URL: url, VITRINA_WEBHOOK_SECRET: secrets } = output
  if ((url === undefined) !== (secrets === undefined)) {
    const missing = url === undefined ? 'VITRINA_WEBHOOK_URL' : 'VITRINA_WEBHOOK_SECRET'
    return fail({ code: 'invalid-environment', reason: `${missing} must be set with the other one.` })
  }
  return ok({
    production: output.NODE_ENV === 'production',
    port: output.PORT,
    host: output.HOST,
    databaseUrl: output.DATABASE_URL,
    data: output.VITRINA_DATA,
    publicUrl: output.VITRINA_PUBLIC_URL,
    origins: output.VITRINA_ORIGINS,
    rateLimits: output.VITRINA_RATE_LIMITS,
    mostAtOnce: output.VITRINA_MOST_AT_ONCE,
    timeLimit: output.VITRINA_TIME_LIMIT,
    trustedProxies: output.VITRINA_TRUSTED_PROXIES,
    webhook: url !== undefined && secrets ? { url, secrets } : undefined,
    tokenSecret: output.VITRINA_TOKEN_SECRET,
    acquirerSecret: output.VITRINA_ACQUIRER_SECRET,
    acquirerHabits: output.VITRINA_ACQUIRER_HABITS,
  })
}

/** The defaults with what is named changed; undefined when it cannot be read. An empty text changes nothing. */
function readRateLimits(text: string): RateLimits | undefined {
  const limits = { ...defaultRateLimits }
  for (const item of text.split(',').filter(Boolean)) {
    const [, name = '', value] = /^\s*(\w+)=(\d{1,9})\s*$/.exec(item) ?? []
    if (!isLimit(name) || Number(value) < 1) return undefined
    limits[name] = Number(value)
  }
  return limits
}

function isLimit(name: string): name is keyof RateLimits {
  return Object.hasOwn(defaultRateLimits, name)
}

/** What is sent there is a buyer's order: it goes through nobody's hands. */
function isSafeTarget(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  )
}

function originOf(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).origin : undefined
}
