import type { Method, Params } from '../method.ts'
import type { Network } from '../network.ts'
import { whenGranted } from '../question.ts'
import { apiError, clientError } from '../refusal.ts'

/** Tokens, and VK's API through the client. No request leaves the desk: a known method answers something plain. */
export const tokenMethods = {
  VKWebAppGetAuthToken: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, { app_id, scope = '' }) => {
      if (app_id === undefined || typeof scope !== 'string') return clientError(2)
      return giveToken(network, 'VKWebAppGetAuthToken', scope, 'vk1.a.emulated-user')
    },
  },
  VKWebAppGetCommunityToken: {
    vk: 'AIMW',
    ok: '',
    run: (network, { app_id, group_id, scope = '' }) => {
      if (app_id === undefined || group_id === undefined || typeof scope !== 'string') return clientError(2)
      return giveToken(
        network,
        'VKWebAppGetCommunityToken',
        scope,
        `vk1.a.emulated-group-${String(group_id)}`,
      )
    },
  },
  VKWebAppCheckAllowedScopes: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, { scopes }) => {
      if (typeof scopes !== 'string') return clientError(2)
      const allowed = (scope: string) => network.relations().has(`scope:${scope}`)
      return { result: split(scopes).map((scope) => ({ scope, allowed: allowed(scope) })) }
    },
  },
  VKWebAppCallAPIMethod: { vk: 'AIMW', ok: 'AIMW', run: callApi },
  VKWebAppGetGrantedPermissions: {
    vk: 'AI',
    ok: 'AI',
    run: (network) => {
      const { location, camera } = network.setup().permissions
      return {
        permissions: [
          ...(location === 'granted' ? (['location'] as const) : []),
          ...(camera === 'granted' ? (['camera'] as const) : []),
        ],
      }
    },
  },
} satisfies Record<string, Method>

function giveToken(network: Network, method: string, scope: string, access_token: string) {
  const scopes = split(scope)
  return whenGranted(network, { subject: 'token', method, lines: scopes }, () => {
    for (const each of scopes) network.relations().set(`scope:${each}`, true)
    network.deliver({ kind: 'token', text: scope })
    return { access_token, scope, status: true }
  })
}

function callApi(_network: Network, { method, params }: Params) {
  if (typeof method !== 'string' || typeof params !== 'object' || params === null) return clientError(2)
  const { access_token, v } = params as Params
  if (typeof access_token !== 'string' || access_token === '') return apiError(5, 'User authorization failed')
  if (v === undefined) return apiError(8, 'Invalid request: versions below 5.131 are not supported')
  return method === 'utils.getServerTime' ? { response: Math.floor(Date.now() / 1000) } : { response: [] }
}

function split(scope: string): string[] {
  return scope.split(/[\s,]+/).filter(Boolean)
}
