import {
  type Ability,
  fail,
  type Host,
  type HostContact,
  type HostFailure,
  type Launch,
  normalizePhone,
  ok,
  type Result,
} from '@vitrina/core'
import vkBridge from '@vkontakte/vk-bridge'
import { createBridgeCall, createSupport, type Timers, type VkBridge } from './bridge.ts'
import { freshProof } from './fresh-proof.ts'
import { readLaunchQuery } from './launch-query.ts'
import { lies } from './lies.ts'
import { openPage } from './open-page.ts'
import { type MatchMedia, vkAppearance } from './vk-appearance.ts'
import { vkStorage } from './vk-storage.ts'
import { readUser } from './vk-user.ts'

export interface VkHostOptions {
  bridge?: VkBridge
  /** The page the app runs in. */
  window?: VkHostWindow
  /** Milliseconds that a call may take, 10 000 by default. */
  timeout?: number
  /** Milliseconds for what the user is asked, 120 000 by default. */
  dialogTimeout?: number
  /** Milliseconds for each question of the launch, 3 000 by default: without answers the shop opens with less. */
  launchTimeout?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

export interface VkHostWindow extends Timers {
  location: { search: string; hash: string }
  open(url: string, target: string, features?: string): Window | null
  matchMedia: MatchMedia
}

/**
 * VK and Odnoklassniki as a Host. Outside of them `launch` fails with `outside` at once; inside no call waits for
 * ever. `launch` tells in `abilities` what works here; the other methods fail with `unsupported`. Asked again, it gives
 * the same launch, with a new proof when the old one is over half an hour old.
 *
 * @example
 * const shop = createShop({ host: vkHost(), merchant })
 */
export function vkHost({
  bridge = vkBridge,
  window = globalThis.window,
  timeout = 10_000,
  dialogTimeout = 120_000,
  launchTimeout = 3_000,
  now = Date.now,
}: VkHostOptions = {}): Host {
  const query = bridge.isEmbedded() ? readLaunchQuery(window.location) : undefined
  const call = createBridgeCall(bridge, window, timeout)
  const asked = createSupport(bridge, window, launchTimeout)
  const appearance = vkAppearance(bridge, (media) => window.matchMedia(media))
  const supports = async (method: string) => query !== undefined && !lies(method, query) && asked(method)
  const can = (ability: keyof typeof needs) => supports(needs[ability])
  let launched: Promise<Result<Launch, HostFailure>> | undefined
  let name: string | undefined

  async function launch(): Promise<Result<Launch, HostFailure>> {
    if (query === undefined) return fail({ code: 'outside' })
    const { proof, userId, locale, deepLink } = query
    // Init comes first: some clients refuse whatever is asked before it. Only the first one of a page is sure to be
    // answered, and that may have been the app's own, so it is not waited for at any price.
    await call('VKWebAppInit', {}, launchTimeout / 3)
    void askAppearance()
    const [user, abilities] = await Promise.all([call('VKWebAppGetUserInfo', {}, launchTimeout), negotiate()])
    const known = user.ok ? readUser(user.value) : {}
    name = known.name
    return ok({
      proof: { scheme: 'vk', value: proof },
      ...(userId && { user: { id: userId, ...known } }),
      locale,
      ...(deepLink && { deepLink }),
      abilities,
    })
  }

  async function renew(launch: Result<Launch, HostFailure>): Promise<Result<Launch, HostFailure>> {
    if (!launch.ok) return launch
    const { scheme, value } = launch.value.proof
    return ok({
      ...launch.value,
      proof: { scheme, value: await freshProof(value, call, now(), launchTimeout) },
    })
  }

  async function negotiate(): Promise<Ability[]> {
    const names = Object.keys(needs) as (keyof typeof needs)[]
    const answers = await Promise.all(names.map(can))
    return names.filter((_, index) => answers[index])
  }

  async function askAppearance(): Promise<void> {
    const config = await call('VKWebAppGetConfig')
    if (config.ok) appearance.tell(config.value)
  }

  async function requestContact(): Promise<Result<HostContact, HostFailure>> {
    if (!(await can('contact'))) return fail({ code: query ? 'unsupported' : 'outside' })
    const answer = await call('VKWebAppGetPhoneNumber', {}, dialogTimeout)
    if (!answer.ok) return answer
    const { phone_number } = answer.value
    const phone = phone_number === undefined ? undefined : normalizePhone(String(phone_number))
    return ok({ ...(name && { name }), ...(phone && { phone }) })
  }

  return {
    name: query?.isOk ? 'ok' : 'vk',
    launch: () => (launched = (launched ?? launch()).then(renew)),
    appearance: appearance.store,
    storage: vkStorage(call, supports),
    requestContact,
    openLink: async (url) => openPage(url, window, bridge.isWebView()),
    haptic(kind) {
      const [method, params] = haptics[kind]
      void supports(method).then((works) => (works ? call(method, params) : undefined))
    },
    close() {
      if (query) void call('VKWebAppClose', { status: 'success' })
    },
  }
}

/** The address card has an ability of its own: few clients have one. */
const needs: Readonly<Record<Exclude<Ability, 'address'>, string>> = {
  contact: 'VKWebAppGetPhoneNumber',
  haptic: 'VKWebAppTapticImpactOccurred',
  storage: 'VKWebAppStorageSet',
  close: 'VKWebAppClose',
}

const haptics = {
  tap: ['VKWebAppTapticImpactOccurred', { style: 'light' }],
  success: ['VKWebAppTapticNotificationOccurred', { type: 'success' }],
  failure: ['VKWebAppTapticNotificationOccurred', { type: 'error' }],
} as const
