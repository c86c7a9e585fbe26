import type { HostName } from '../hosts/emulated-host.ts'
import { findHost, worksOn } from '../hosts/find-host.ts'
import { methods } from '../network/method-table.ts'
import { frameNames } from './frame-names.ts'

/** What a WebView of VK has in its windows before the app's first line runs. One script for both clients. */
export function bridgeScript(): string {
  const handlers = { android: handlersOf('vk-android'), ios: handlersOf('vk-ios') }
  return `(${injectBridge.toString()})(${JSON.stringify(handlers)}, ${JSON.stringify(frameNames)})\n`
}

function handlersOf(name: HostName): string[] {
  const host = findHost(name)
  return Object.keys(methods).filter((method) => methods[method] && worksOn(host, methods[method]))
}

/** Runs in the frame of the app, from its text: it may use nothing but its arguments. */
function injectBridge(
  handlers: Record<'android' | 'ios', string[]>,
  names: Record<'android' | 'ios', string>,
): void {
  const kind = window.name === names.android ? 'android' : window.name === names.ios ? 'ios' : undefined
  const desk = window.parent
  if (kind === undefined || desk === window) return
  const send = (handler: string, params: unknown) =>
    desk.postMessage({ type: 'vk-connect', handler, params }, '*')
  const bridge: Record<string, unknown> = {}
  for (const handler of handlers[kind]) {
    bridge[handler] =
      kind === 'android'
        ? (params: string) => send(handler, JSON.parse(params || '{}'))
        : { postMessage: (params: object) => send(handler, JSON.parse(JSON.stringify(params))) }
  }
  if (kind === 'android') Object.assign(window, { AndroidBridge: bridge })
  else Object.assign(window, { webkit: { messageHandlers: bridge } })
  window.addEventListener(
    'message',
    (event: MessageEvent) => {
      if (event.source !== desk || event.data?.type !== 'vitrina-native') return
      event.stopImmediatePropagation()
      window.dispatchEvent(new CustomEvent('VKWebAppEvent', { detail: event.data.message }))
    },
    true,
  )
  // A WebView is its own parent.
  Object.defineProperty(window, 'parent', { value: window, configurable: true })
}
