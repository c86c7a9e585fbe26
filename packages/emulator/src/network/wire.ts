/** What an app sends. https://dev.vk.com/bridge/overview; the shape is that of @vkontakte/vk-bridge 3.0. */
export interface BridgeMessage {
  handler: string
  params: Record<string, unknown>
}

/** What the network sends back, or of itself. */
export interface NetworkMessage {
  type: string
  data: Record<string, unknown>
  frameId?: string
}

/** Undefined when a message of the frame is not one of vk-bridge's. */
export function readBridgeMessage(data: unknown): BridgeMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, handler, params } = data as Record<string, unknown>
  if (type !== 'vk-connect' || typeof handler !== 'string' || handler.length > 100) return undefined
  const isRecord = typeof params === 'object' && params !== null && !Array.isArray(params)
  return { handler, params: isRecord ? (params as Record<string, unknown>) : {} }
}
