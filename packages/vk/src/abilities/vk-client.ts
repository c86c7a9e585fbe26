import { fail, type HostFailure, ok, type Result } from '@vitrina/core'
import vkBridge from '@vkontakte/vk-bridge'
import { createBridgeCall, createSupport, type Timers, type VkBridge } from '../bridge.ts'
import { type LaunchQuery, readLaunchQuery } from '../launch-query.ts'
import { lies } from '../lies.ts'
import type { VkAbility } from './ability.ts'

export interface VkClientOptions {
  bridge?: VkBridge
  /** The page the app runs in. */
  window?: Timers & { location: { search: string; hash: string } }
  /** Milliseconds that a call may take, 10 000 by default. */
  timeout?: number
  /** Milliseconds for what the user is asked, 120 000 by default. */
  dialogTimeout?: number
  /** Milliseconds for the question of what the client can do, 3 000 by default. */
  launchTimeout?: number
}

/** What the address says. Hints for a page to look right: only the server knows them for sure. */
export interface VkLaunchHints {
  appId: string
  platform: string
  /** Odnoklassniki, which runs the same apps. */
  isOk: boolean
  /** The community that the app was opened from, and what the user is there: `admin`, `member`, `none` … */
  group?: { id: string; role: string }
  isFavourite: boolean
  /** Whether the user lets the app tell them something. */
  mayNotify: boolean
}

/** The network around an app, for what is beyond a Host. */
export interface VkClient {
  /** Undefined outside of a network. */
  readonly launch: VkLaunchHints | undefined
  /** Whether it works here; what does not is hidden, or replaced. Never waits for ever. */
  can(ability: Pick<VkAbility<never, unknown>, 'method'>): Promise<boolean>
  /** Fails with `unsupported` where `can` is false, and with `outside` outside. Never waits for ever. */
  use<Asked, Given>(ability: VkAbility<Asked, Given>, asked: Asked): Promise<Result<Given, HostFailure>>
  /** What the network tells of itself. */
  subscribe(listener: (type: string, data: unknown) => void): void
}

/**
 * @example
 * const client = vkClient()
 * if (await client.can(addToFavourites)) button.onclick = () => client.use(addToFavourites, undefined)
 */
export function vkClient({
  bridge = vkBridge,
  window = globalThis.window,
  timeout = 10_000,
  dialogTimeout = 120_000,
  launchTimeout = 3_000,
}: VkClientOptions = {}): VkClient {
  const query = bridge.isEmbedded() ? readLaunchQuery(window.location) : undefined
  const call = createBridgeCall(bridge, window, timeout)
  const supports = createSupport(bridge, window, launchTimeout)
  const can = async (method: string) => query !== undefined && !lies(method, query) && supports(method)
  return {
    launch: query && readHints(query),
    can: ({ method }) => can(method),
    async use({ method, asks, params, read }, asked) {
      if (!(await can(method))) return fail({ code: query ? 'unsupported' : 'outside' })
      const answer = await call(method, params(asked), asks ? dialogTimeout : timeout)
      return answer.ok ? ok(read(answer.value)) : answer
    },
    subscribe: (listener) =>
      bridge.subscribe(({ detail }) => {
        if (detail?.type) listener(detail.type, detail.data)
      }),
  }
}

function readHints({ proof, platform, isOk }: LaunchQuery): VkLaunchHints {
  const params = new URLSearchParams(proof)
  const group = params.get('vk_group_id')
  return {
    appId: params.get('vk_app_id') ?? '',
    platform,
    isOk,
    ...(group && { group: { id: group, role: params.get('vk_viewer_group_role') ?? 'none' } }),
    isFavourite: params.get('vk_is_favorite') === '1',
    mayNotify: params.get('vk_are_notifications_enabled') === '1',
  }
}
