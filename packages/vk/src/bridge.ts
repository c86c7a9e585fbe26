import { fail, type HostFailure, ok, type Result } from '@vitrina/core'
import { toHostFailure } from './bridge-failure.ts'
import { isRecord } from './is-record.ts'

/** What this package needs of `@vkontakte/vk-bridge`; its own `bridge` fits, and so does a fake one. */
export interface VkBridge {
  send(method: string, params?: object): Promise<unknown>
  supportsAsync(method: string): Promise<boolean>
  subscribe(listener: (event: VkBridgeEvent) => void): void
  isEmbedded(): boolean
  isWebView(): boolean
}

export interface VkBridgeEvent {
  detail?: { type?: string; data?: unknown }
}

/** Sends and always settles. `timeout` in milliseconds replaces the usual one. */
export type BridgeCall = (
  method: string,
  params?: object,
  timeout?: number,
) => Promise<Result<Record<string, unknown>, HostFailure>>

/** What runs out of time. Narrow, so that a test passes its own. */
export interface Timers {
  setTimeout(run: () => void, milliseconds: number): number
  clearTimeout(id: number): void
}

/** The bridge itself waits for ever, and rejects with whatever the host has sent. */
export function createBridgeCall(bridge: VkBridge, timers: Timers, usual: number): BridgeCall {
  return async (method, params = {}, timeout = usual) => {
    try {
      const answer = await within(bridge.send(method, params), timeout, timers)
      if (answer === tooLate) return fail({ code: 'timeout' })
      return ok(isRecord(answer) ? answer : {})
    } catch (error) {
      return fail(toHostFailure(error))
    }
  }
}

/**
 * Whether the host says that it can do something, asked once a method and one after another: the bridge remembers the
 * first answer for all of them. A host that does not answer in time is not asked again.
 */
export function createSupport(
  bridge: VkBridge,
  timers: Timers,
  timeout: number,
): (method: string) => Promise<boolean> {
  const answers: Record<string, Promise<boolean>> = {}
  let last = Promise.resolve(true)
  let silent = false
  const ask = async (method: string) => {
    if (silent) return false
    const answer = await within(bridge.supportsAsync(method), timeout, timers)
    silent = answer === tooLate
    return answer === true
  }
  return (method) => {
    answers[method] ??= last = last.then(() => ask(method)).catch(() => false)
    return answers[method]
  }
}

const tooLate = Symbol()

function within<Value>(
  promise: Promise<Value>,
  milliseconds: number,
  timers: Timers,
): Promise<Value | typeof tooLate> {
  return new Promise((resolve, reject) => {
    const timer = timers.setTimeout(() => resolve(tooLate), milliseconds)
    promise.then(resolve, reject).finally(() => timers.clearTimeout(timer))
  })
}
