import type { WorksOn } from '../hosts/find-host.ts'
import type { Network } from './network.ts'

export type Params = Readonly<Record<string, unknown>>

/** One method of the bridge: where it works, as VK's tables say, and what it does. A `Refusal` becomes a failure. */
export interface Method extends WorksOn {
  run(network: Network, params: Params): object | Promise<object>
}

export const done = { result: true } as const

/** Heard and answered; nothing is seen of it. */
export function noted(vk: string, ok: string) {
  return { vk, ok, run: () => done }
}
