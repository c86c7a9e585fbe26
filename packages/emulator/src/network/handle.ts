import { findHost, worksOn } from '../hosts/find-host.ts'
import { methods } from './method-table.ts'
import { type Network, networkConfig } from './network.ts'
import { clientError } from './refusal.ts'
import type { BridgeMessage, NetworkMessage } from './wire.ts'

/** What the network says to a message, in order; nothing when it is set to never answer this. */
export async function handle(message: BridgeMessage, network: Network): Promise<NetworkMessage[]> {
  const { handler, params } = message
  const { request_id, ...asked } = params
  if (handler === network.setup().never) return []
  if (handler === 'SetSupportedHandlers') {
    return [{ type: handler, data: { supportedHandlers: supportedHandlers(network), request_id } }]
  }
  const answer = await run(handler, asked, network)
  const failed = 'error_type' in answer
  // A list becomes an object with its indices: that is what the bridge makes of it in any case.
  const reply = { type: replyType(handler, failed), data: { ...answer, request_id } }
  const push = failed ? undefined : consequence(handler, asked, network)
  return push ? [reply, push] : [reply]
}

/** What the network tells after it has answered. */
function consequence(
  handler: string,
  { location }: Record<string, unknown>,
  network: Network,
): NetworkMessage | undefined {
  if (handler === 'VKWebAppInit') return configUpdate(network)
  const host = findHost(network.setup().host)
  const tells = handler === 'VKWebAppSetLocation' && host.network === 'vk' && host.transport === 'frame'
  return tells ? { type: 'VKWebAppLocationChanged', data: { location } } : undefined
}

/** Pushed whenever the surroundings of the app change; undefined on a host that never tells. */
export function configUpdate(network: Network): NetworkMessage | undefined {
  const data = networkConfig(network)
  return data && { type: 'VKWebAppUpdateConfig', data }
}

/** What this host says it can do. */
function supportedHandlers(network: Network): string[] {
  const host = findHost(network.setup().host)
  return Object.keys(methods).filter((name) => methods[name] && worksOn(host, methods[name]))
}

async function run(handler: string, params: Record<string, unknown>, network: Network): Promise<object> {
  const method = Object.hasOwn(methods, handler) ? methods[handler] : undefined
  const host = findHost(network.setup().host)
  if (method === undefined || !worksOn(host, method)) return clientError(6)
  if (network.hidden() && host.transport !== 'frame') return clientError(9)
  try {
    return await method.run(network, params)
  } catch {
    return clientError(1)
  }
}

/** `<method>Result` and `<method>Failed`, but for the token, whose events are older than the rule. */
function replyType(handler: string, failed: boolean): string {
  if (handler === 'VKWebAppGetAuthToken')
    return failed ? 'VKWebAppAccessTokenFailed' : 'VKWebAppAccessTokenReceived'
  return `${handler}${failed ? 'Failed' : 'Result'}`
}
