import type { VkBridge, VkBridgeEvent, VkHostOptions, VkHostWindow } from '../src/index.ts'

export const never = Symbol('never')

export interface Sent {
  method: string
  params: Record<string, unknown>
}

/** A bridge that answers from a table: a value, a function of the parameters, an error to reject with, or never. */
export function fakeBridge(answers: Record<string, unknown> = {}, { embedded = true, webView = false } = {}) {
  const sent: Sent[] = []
  const listeners: ((event: VkBridgeEvent) => void)[] = []
  const all: Record<string, unknown> = {
    VKWebAppInit: { result: true },
    VKWebAppGetUserInfo: {
      id: 1,
      first_name: 'Вера',
      last_name: 'Лугова',
      photo_200: 'https://example.org/v.svg',
    },
    ...answers,
  }
  const bridge: VkBridge = {
    async send(method, params = {}) {
      sent.push({ method, params: params as Record<string, unknown> })
      const answer = all[method]
      const value = typeof answer === 'function' ? await answer(params) : answer
      if (value === never) return new Promise(() => {})
      if (value instanceof Refusal) throw value.error
      if (value === undefined) throw { error_type: 'client_error', error_data: { error_code: 6 } }
      return value
    },
    async supportsAsync(method) {
      if (all.SetSupportedHandlers === never) return new Promise(() => {})
      return all[method] !== undefined
    },
    subscribe: (listener) => void listeners.push(listener),
    isEmbedded: () => embedded,
    isWebView: () => webView,
  }
  return {
    bridge,
    sent,
    methods: () => sent.map(({ method }) => method),
    push: (type: string, data: unknown) => {
      for (const listener of listeners) listener({ detail: { type, data } })
    },
  }
}

export class Refusal {
  readonly error: unknown
  constructor(error: unknown) {
    this.error = error
  }
}

export const signed =
  'vk_app_id=7&vk_user_id=42&vk_language=ru&vk_platform=desktop_web&vk_ts=1789000000&sign=abc'

export function fakeWindow(search = `?${signed}`, hash = '') {
  const opened: string[] = []
  const preferenceListeners: ((event: MediaQueryListEvent) => void)[] = []
  let blocked = false
  const window: VkHostWindow = {
    location: { search, hash },
    setTimeout: (run, milliseconds) => setTimeout(run, milliseconds) as unknown as number,
    clearTimeout: (id) => clearTimeout(id),
    open(url) {
      if (blocked) return null
      const page = { opener: {}, location: { href: url } }
      const record = () => opened.push(page.location.href)
      queueMicrotask(record)
      return page as unknown as Window
    },
    matchMedia: () => ({
      matches: false,
      addEventListener: (_type: string, listener: unknown) =>
        void preferenceListeners.push(listener as (event: MediaQueryListEvent) => void),
    }),
  }
  return {
    window,
    opened,
    block: () => {
      blocked = true
    },
    prefer: (dark: boolean) => {
      for (const listener of preferenceListeners) listener({ matches: dark } as MediaQueryListEvent)
    },
  }
}

export const hurried: VkHostOptions = {
  now: () => 1_789_000_000_000,
  timeout: 30,
  dialogTimeout: 60,
  launchTimeout: 20,
}
