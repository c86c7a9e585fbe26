import * as abilities from '@vitrina/vk/abilities'
import { type VkAbility, type VkClient, vkClient } from '@vitrina/vk/abilities'
import { type HostName, hostNames } from '../src/hosts/emulated-host.ts'
import { findHost } from '../src/hosts/find-host.ts'
import { launchQuery } from '../src/launch.ts'
import { handle } from '../src/network/handle.ts'
import type { Network } from '../src/network/network.ts'
import { fakeDesk } from './fake-desk.ts'

type Asked = VkAbility<never, unknown>

const isAbility = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && 'method' in value

/** Every ability there is, by its name. */
export const allAbilities: [string, Asked][] = Object.entries(abilities).flatMap(([name, value]) =>
  isAbility(value) ? [[name, value]] : [],
)

/** What is fitting to ask each with. */
export const asked: Record<string, unknown> = {
  shareLink: { link: 'https://vk.ru/app7#product/mug' },
  postOnWall: { message: 'A mug', link: 'https://vk.ru/app7#product/mug' },
  showStory: { picture: 'https://shop.example/mug.png', link: 'https://vk.ru/app7#product/mug' },
  allowMessages: { groupId: '200001' },
  copyText: { text: 'https://vk.ru/app7' },
  resize: { width: 800, height: 900 },
  scrollTo: { top: 0 },
  swipeBack: { throughHistory: true },
  showDeepLink: { deepLink: 'product/mug' },
  orderBox: { item: 'gift' },
  payForm: { appId: '7', params: { amount: 10, merchant_id: 617, data: {} } },
  signedHash: { payload: 'checkout-1' },
  pixel: { pixel_code: 'VK-RTRG-1' },
  conversion: { code: 'VK-RTRG-1', event: 'purchase', value: 10 },
  trackEvent: { name: 'purchase' },
}

/** An app's client in a network of one host; what the network was asked to do is in `done`. */
export function openClient(host: HostName, user = 'vera'): { client: VkClient; done: string[] } {
  const { network, setup, done } = fakeDesk()
  Object.assign(setup, { host, person: user })
  const group = user === 'nina' ? { group: { id: 200_001, role: 'admin' } } : {}
  const query = launchQuery(
    { userId: 100_001, host, language: 'ru', ...group },
    { secret: 's', appId: '7', now: 1_789_000_000_000 },
  )
  const client = vkClient({
    bridge: directBridge(network),
    window: {
      location: { search: `?${query}`, hash: '' },
      setTimeout: (run, milliseconds) => setTimeout(run, milliseconds) as unknown as number,
      clearTimeout: (id) => clearTimeout(id),
    },
  })
  return { client, done }
}

/** A bridge without windows: only what is said counts here. */
function directBridge(network: Network) {
  const send = async (handler: string, params: object = {}) => {
    const [reply] = await handle({ handler, params: { ...params, request_id: 1 } }, network)
    if (!reply || 'error_type' in reply.data) throw reply?.data
    return reply.data
  }
  return {
    send,
    async supportsAsync(method: string) {
      const { supportedHandlers } = (await send('SetSupportedHandlers')) as { supportedHandlers: string[] }
      return supportedHandlers.includes(method)
    },
    subscribe: () => {},
    isEmbedded: () => true,
    isWebView: () => findHost(network.setup().host).transport !== 'frame',
  }
}

/** As a table of Markdown: what a client says that it can do, and does. */
export async function abilityTable(): Promise<string> {
  const clients = hostNames.map((host) => openClient(host).client)
  const rows = await Promise.all(
    allAbilities.map(async ([name, ability]) => {
      const marks = await Promise.all(
        clients.map(async (client) => ((await client.can(ability)) ? 'yes' : '—')),
      )
      return `| \`${name}\` | ${marks.join(' | ')} |`
    }),
  )
  const head = `| ability | ${hostNames.map((name) => `\`${name}\``).join(' | ')} |`
  const line = `| --- |${hostNames.map(() => ' --- |').join('')}`
  return `${[head, line, ...rows].join('\n')}\n`
}
