import { fail, ok, type Result } from '@vitrina/core'
import { type AgeOptions, checkAge, readTime } from './check-age.ts'
import { needSecret, sameText } from './digests.ts'
import { signVkLaunch } from './launch-signature.ts'
import { readPairs } from './read-pairs.ts'
import { badSignature, malformed, type SignatureFailure } from './signature-failure.ts'

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

/** Why a launch is not believed. */
export type VkLaunchFailure = SignatureFailure<
  'malformed' | 'duplicate' | 'bad-signature' | 'wrong-app' | 'expired' | 'not-yet-valid'
>

export interface VerifyVkLaunchOptions extends AgeOptions {
  /** The app's secure key. */
  secret: string
  /** Refuses the launches of other apps. */
  appId?: string | number
}

/** A launch of VK has some 600 characters. */
const maxLength = 8192

/**
 * Believes a launch, or says why not. The query may begin with `?`; parameters that VK does not sign are ignored.
 *
 * @example
 * const launch = await verifyVkLaunch(query, { secret: process.env.VK_SECRET, appId: 7770000 })
 * if (launch.ok) welcome(launch.value.userId)
 */
export async function verifyVkLaunch(
  query: string,
  { secret, appId, ...age }: VerifyVkLaunchOptions,
): Promise<Result<VkLaunch, VkLaunchFailure>> {
  needSecret(secret)
  const wanted = (name: string) => name === 'sign' || name.startsWith('vk_')
  const pairs = readPairs(query, { maxLength, wanted })
  if (!pairs.ok) return pairs
  const { sign, ...params } = Object.fromEntries(pairs.value)
  if (sign === undefined || Object.keys(params).length === 0) return malformed('The query is not signed.')
  if (!sameText(await signVkLaunch(params, secret), sign)) return badSignature
  const launch = readLaunch(params)
  if (launch === undefined) return malformed('The launch names no user or no app.')
  if (appId !== undefined && launch.appId !== String(appId)) {
    return fail({ code: 'wrong-app', reason: `The launch is of app ${launch.appId}.` })
  }
  if (launch.issuedAt === null && age.maxAge !== Number.POSITIVE_INFINITY)
    return malformed('The launch has no time.')
  const young = checkAge(launch.issuedAt ?? 0, age)
  return young.ok ? ok(launch) : young
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

function number(value: string | undefined): string | undefined {
  return value !== undefined && /^[1-9]\d{0,19}$/.test(value) ? value : undefined
}
