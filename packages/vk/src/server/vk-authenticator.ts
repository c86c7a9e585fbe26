import { ok, type Result } from '@vitrina/core'
import { needSecret } from './digests.ts'
import {
  type VerifyVkLaunchOptions,
  type VkLaunch,
  type VkLaunchFailure,
  verifyVkLaunch,
} from './verify-vk-launch.ts'

/** Whom the server serves. */
export interface VkBuyer {
  /** `vk:494075`, or `ok:777` for a user of Odnoklassniki without a VK ID. */
  buyerId: string
  launch: VkLaunch
}

/**
 * What a server's `authenticate.vk` is: from the proof that `vkHost` sends to a buyer.
 *
 * @example
 * defineConfig({ shop, authenticate: { vk: vkAuthenticator({ secret, appId }) } })
 */
export function vkAuthenticator(
  options: VerifyVkLaunchOptions,
): (value: string) => Promise<Result<VkBuyer, VkLaunchFailure>> {
  needSecret(options.secret)
  return async (value) => {
    const launch = await verifyVkLaunch(value, options)
    if (!launch.ok) return launch
    return ok({ buyerId: `${launch.value.network}:${launch.value.userId}`, launch: launch.value })
  }
}
