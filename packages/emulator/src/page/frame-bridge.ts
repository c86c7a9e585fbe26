import { pause } from '../faults/fault.ts'
import { faultyNetwork } from '../faults/faulty-network.ts'
import type { EmulatedHost } from '../hosts/emulated-host.ts'
import type { LogEntry } from '../network/call-log.ts'
import { configUpdate } from '../network/handle.ts'
import type { Network } from '../network/network.ts'
import { type BridgeMessage, type NetworkMessage, readBridgeMessage } from '../network/wire.ts'

export interface FrameBridge {
  /** Sends what the network says of itself. */
  push(message: NetworkMessage): void
  pushConfig(): void
  /** The same once more: an event is sent again, a call is answered again to an app that does not wait for it. */
  replay(entry: LogEntry): void
  disconnect(): void
}

export interface FrameBridgeOptions {
  frame: HTMLIFrameElement
  /** How the app hears: messages of a parent, or events of a WebView, which the injected script makes. */
  transport: EmulatedHost['transport']
  /** Of the app; messages from elsewhere are not heard, and answers go nowhere else. */
  origin: string
  network: Network
  log(entry: LogEntry): void
  /** The app has said `VKWebAppInit`. */
  onInit(): void
  /** A fault loads the page of the app anew. */
  onReload(): void
}

let entries = 0

/** Plays the network to the app in a frame, as the page of VK does. */
export function connectFrame({
  frame,
  transport,
  origin,
  network,
  log,
  onInit,
  onReload,
}: FrameBridgeOptions): FrameBridge {
  const frameId = `f${Math.random().toString(36).slice(2, 8)}`
  const faulty = faultyNetwork(network)
  let connected = true

  function post(message: NetworkMessage): void {
    if (!connected) return
    const { type, data } = message
    const sent = transport === 'frame' ? message : { type: 'vitrina-native', message: { type, data } }
    frame.contentWindow?.postMessage(sent, origin)
  }

  function push(message: NetworkMessage): void {
    post({ ...message, frameId })
    if (message.type === 'VKWebAppViewRestore') faulty.restored()
    const { type: method, data: params } = message
    log({ id: ++entries, at: Date.now(), direction: 'push', method, params, state: 'answered' })
  }

  function listen(event: MessageEvent): void {
    if (event.source === null || event.source !== frame.contentWindow || event.origin !== origin) return
    const message = readBridgeMessage(event.data)
    if (message !== undefined) void hear(message)
  }

  async function hear(message: BridgeMessage): Promise<void> {
    if (message.handler === 'VKWebAppInit') onInit()
    const started = performance.now()
    const entry: LogEntry = {
      id: ++entries,
      at: Date.now(),
      direction: 'call',
      method: message.handler,
      params: message.params,
      state: 'waiting',
    }
    log(entry)
    const { replies, late = 0, reload = false, fault } = await faulty.handle(message)
    if (late > 0) await pause(late)
    const met = { ...entry, ...(fault !== undefined && { fault }) }
    const [reply] = replies
    if (reply === undefined) return log({ ...met, state: 'silent' })
    const isAnswer = ({ data }: NetworkMessage) => data.request_id === message.params.request_id
    for (const each of replies.filter(isAnswer)) post({ ...each, frameId })
    const duration = Math.round(performance.now() - started)
    log({
      ...met,
      state: reply.type.endsWith('Failed') ? 'refused' : 'answered',
      answer: reply.data,
      duration,
    })
    for (const each of replies.filter((each) => !isAnswer(each))) push(each)
    if (reload && connected) onReload()
  }

  const settle = () => {
    if (transport === 'frame') post({ type: 'VKWebAppSettings', data: {}, frameId })
  }
  window.addEventListener('message', listen)
  frame.addEventListener('load', settle)
  return {
    push,
    pushConfig() {
      const update = configUpdate(network)
      if (update) push(update)
    },
    replay({ direction, method, params }) {
      if (direction === 'call') void hear({ handler: method, params })
      else push({ type: method, data: params })
    },
    disconnect() {
      connected = false
      window.removeEventListener('message', listen)
      frame.removeEventListener('load', settle)
    },
  }
}
