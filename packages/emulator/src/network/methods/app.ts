import { findHost } from '../../hosts/find-host.ts'
import { done, type Method, type Params } from '../method.ts'
import { type Network, networkConfig } from '../network.ts'
import { clientError } from '../refusal.ts'

/** The app and its launch. */
export const appMethods = {
  VKWebAppInit: { vk: 'AIMW', ok: 'AIMW', run: () => done },
  VKWebAppGetConfig: { vk: 'AIMW', ok: '', run: (network) => networkConfig(network) ?? clientError(6) },
  VKWebAppGetClientVersion: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network) => ({ ...findHost(network.setup().host).client }),
  },
  VKWebAppGetLaunchParams: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: async (network) => readParams(await network.launch()),
  },
  VKWebAppOpenApp: { vk: 'AIMW', ok: 'MW', run: openApp },
  VKWebAppClose: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, { payload = null }) => {
      network.close()
      return { payload }
    },
  },
} satisfies Record<string, Method>

function openApp(network: Network, { app_id, location = '' }: Params) {
  if (typeof app_id !== 'number') return clientError(2)
  network.deliver({ kind: 'open', text: `app${app_id}#${String(location)}` })
  return done
}

/** Numbers come as numbers. */
function readParams(query: string): Record<string, string | number> {
  const numbers = /^(vk_user_id|vk_ok_user_id|vk_app_id|vk_ts|vk_group_id|vk_is_\w+|vk_are_\w+)$/
  return Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [
      name,
      numbers.test(name) ? Number(value) : value,
    ]),
  )
}
