import type { EmulatedHost, HostName } from './emulated-host.ts'
import { okMobile } from './ok-mobile/host.ts'
import { okWeb } from './ok-web/host.ts'
import { vkAndroid } from './vk-android/host.ts'
import { vkIos } from './vk-ios/host.ts'
import { vkMobileWeb } from './vk-mobile-web/host.ts'
import { vkWeb } from './vk-web/host.ts'

const hosts: Readonly<Record<HostName, EmulatedHost>> = {
  'vk-ios': vkIos,
  'vk-android': vkAndroid,
  'vk-mobile-web': vkMobileWeb,
  'vk-web': vkWeb,
  'ok-web': okWeb,
  'ok-mobile': okMobile,
}

export function findHost(name: HostName): EmulatedHost {
  return hosts[name]
}

/** The letters of the compatibility tables, one column for each network. */
export interface WorksOn {
  vk: string
  ok: string
}

export function worksOn({ network, letter }: EmulatedHost, on: WorksOn): boolean {
  return on[network].includes(letter)
}
