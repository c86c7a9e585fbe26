import type { VkBridge } from '@vitrina/vk'
import { handle } from '../src/network/handle.ts'
import type { Network } from '../src/network/network.ts'
import type { Reply } from '../src/network/question.ts'
import { createRelations } from '../src/network/relations.ts'
import { readSetup, type Setup } from '../src/network/setup.ts'
import { createShelf } from '../src/network/shelf.ts'
import { type NetworkMessage, readBridgeMessage } from '../src/network/wire.ts'

/** A network without a page: what it was asked to do is written down. */
export function fakeDesk() {
  const setup: Setup = readSetup('', { scheme: 'light', language: 'ru' })
  const done: string[] = []
  const kept = new Map<string, string>()
  const area = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const shelf = createShelf({ area, appId: '7', userId: 1 })
  const relations = createRelations({ area, appId: '7', userId: 1 })
  /** What the person in front of the desk does. */
  const said: { answer: Reply['answer']; hidden: boolean } = { answer: 'granted', hidden: false }
  const network: Network = {
    appId: '7',
    setup: () => setup,
    shelf: () => shelf,
    relations: () => relations,
    viewport: () => ({ width: 360, height: 640 }),
    launch: async () => 'vk_app_id=7&vk_user_id=100001&vk_platform=mobile_iphone&vk_ts=1789000000&sign=x',
    sign: async (_name, value) => `sign of ${value}`,
    signHash: async (payload) => ({ ts: 1_789_000_000, sign: `hash of ${payload}` }),
    ask: async ({ method, input }) => {
      done.push(`ask ${method}`)
      return { answer: said.answer, ...(input !== undefined && { text: input }) }
    },
    deliver: ({ kind, text }) => void done.push(`${kind} ${text}`),
    link: () => 'https://vk.ru/app7#cart',
    copy: async (text) => {
      if (text === '') throw new Error('nothing to copy')
      done.push(`copy ${text}`)
    },
    setLocation: (location, replace) => void done.push(`${replace ? 'replace' : 'push'} ${location}`),
    resize: ({ width, height }) => void done.push(`resize ${width} ${height}`),
    scroll: (top) => void done.push(`scroll ${top}`),
    scrollTop: () => 12,
    hidden: () => said.hidden,
    close: () => void done.push('close'),
  }
  return { setup, network, done, said }
}

/**
 * The unmodified vk-bridge in a frame of a network: two objects stand for the windows, and what goes between them is
 * cloned as a browser does it. The bridge looks around once, when it is imported; so there is one in a test file.
 */
export async function openBridge(network: () => Network) {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const events: NetworkMessage[] = []
  const deliver = (message: NetworkMessage) => {
    events.push(message)
    for (const listener of listeners) listener({ data: structuredClone(message) })
  }
  const parent = {
    async postMessage(data: unknown) {
      const message = readBridgeMessage(structuredClone(data))
      if (message === undefined) throw new Error('This is not a message of the bridge.')
      for (const reply of await handle(message, network())) deliver(reply)
    },
  }
  const location = { search: '?vk_platform=mobile_iphone', hash: '' }
  const window = {
    parent,
    location,
    addEventListener: (_type: string, listener: (event: { data: unknown }) => void) =>
      void listeners.push(listener),
  }
  Object.assign(globalThis, { window, parent, location })
  const bridge: VkBridge = (await import('@vkontakte/vk-bridge')).default
  return { bridge, events, deliver }
}
