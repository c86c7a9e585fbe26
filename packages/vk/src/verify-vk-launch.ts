import { timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '@vitrina/core'
import { parseLaunchQuery } from './launch-parameters.ts'
import { signVkLaunch } from './launch-signature.ts'

/** Who opened the app, where and when: every field is covered by the signature. */
export interface VkLaunch {
  /** Odnoklassniki runs the same mini apps with the same signature; its users without a VK ID are numbered apart. */
  network: 'vk' | 'ok'
  userId: string
  appId: string
  /** Milliseconds since 1970; null when the launch does not say. */
  issuedAt: number | null
  /** `desktop_web`, `mobile_android` …; an open list. */
  platform: string | null
  /** `ru`, `en`, `uk` …; an open list. */
  language: string | null
  /** The community it was opened from, and what the user is there. */
  group: { id: string; role: string } | null
  /** All `vk_` parameters, decoded. */
  params: Readonly<Record<string, string>>
}

/** Why a launch is not believed. `reason` is for logs: it tells nothing secret. */
export interface VkLaunchFailure {
  code: 'malformed' | 'duplicate' | 'bad-signature' | 'wrong-app' | 'expired' | 'not-yet-valid'
  reason: string
}

export interface VerifyVkLaunchOptions {
  /** The app's secure key. */
  secret: string
  /** Refuses the launches of other apps. */
  appId?: string | number
  /** Seconds; an hour by default. `Infinity` asks for no time at all: only for fixtures. */
  maxAge?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

/** How far a clock may be ahead of ours, in milliseconds. */
const clockSkew = 60_000

/**
 * Believes a launch, or says why not. The query may begin with `?`; parameters that VK does not sign are ignored.
 *
 * @example
 * const launch = verifyVkLaunch(query, { secret: process.env.VK_SECRET, appId: 7770000 })
 * if (launch.ok) welcome(launch.value.userId)
 */
export function verifyVkLaunch(
  query: string,
  { secret, appId, maxAge = 3600, now = Date.now }: VerifyVkLaunchOptions,
): Result<VkLaunch, VkLaunchFailure> {
  if (secret === '') throw new RangeError('The secret is empty: anybody could sign a launch.')
  const parsed = parseLaunchQuery(query)
  if (!parsed.ok) return parsed
  const { params, sign } = parsed.value
  if (!equal(signVkLaunch(params, secret), sign)) {
    return fail({ code: 'bad-signature', reason: 'The signature does not fit the parameters.' })
  }
  const launch = readLaunch(params)
  if (launch === undefined) return fail({ code: 'malformed', reason: 'The launch names no user or no app.' })
  if (appId !== undefined && launch.appId !== String(appId)) {
    return fail({ code: 'wrong-app', reason: `The launch is of app ${launch.appId}.` })
  }
  return checkAge(launch, maxAge, now())
}

function checkAge(launch: VkLaunch, maxAge: number, now: number): Result<VkLaunch, VkLaunchFailure> {
  if (maxAge === Number.POSITIVE_INFINITY) return ok(launch)
  if (launch.issuedAt === null) return fail({ code: 'malformed', reason: 'The launch has no time.' })
  const age = now - launch.issuedAt
  // Written so that a NaN is refused too.
  if (!(age <= maxAge * 1000)) {
    return fail({ code: 'expired', reason: `The launch is ${Math.round(age / 1000)} seconds old.` })
  }
  if (age < -clockSkew) return fail({ code: 'not-yet-valid', reason: 'The launch comes from the future.' })
  return ok(launch)
}

function readLaunch(params: Readonly<Record<string, string>>): VkLaunch | undefined {
  const vkUser = number(params.vk_user_id)
  const userId = vkUser ?? number(params.vk_ok_user_id)
  const appId = number(params.vk_app_id)
  if (userId === undefined || appId === undefined) return undefined
  const group = number(params.vk_group_id)
  return {
    network: vkUser === undefined ? 'ok' : 'vk',
    userId,
    appId,
    issuedAt: readTime(params.vk_ts),
    platform: params.vk_platform ?? null,
    language: params.vk_language ?? null,
    group: group === undefined ? null : { id: group, role: params.vk_viewer_group_role ?? 'none' },
    params,
  }
}

/** Seconds by the documentation; OK has been seen to send milliseconds. */
function readTime(value: string | undefined): number | null {
  if (value === undefined || !/^\d{1,15}$/.test(value)) return null
  const time = Number(value)
  return time > 1e12 ? time : time * 1000
}

function number(value: string | undefined): string | undefined {
  return value !== undefined && /^[1-9]\d{0,19}$/.test(value) ? value : undefined
}

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
