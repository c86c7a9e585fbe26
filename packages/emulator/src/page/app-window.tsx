import { useEffect, useRef, useState } from 'preact/hooks'
import { findHost } from '../hosts/find-host.ts'
import { frameNames } from '../native/frame-names.ts'
import type { LogEntry } from '../network/call-log.ts'
import type { Delivery } from '../network/network.ts'
import { findPerson } from '../network/people.ts'
import type { Setup } from '../network/setup.ts'
import { type NetworkInfo, setSpeed } from './api.ts'
import { appAddress } from './app-address.ts'
import { Device, Keyboard } from './device.tsx'
import { connectFrame, type FrameBridge } from './frame-bridge.ts'
import { pageNetwork } from './page-network.ts'
import { Sheet } from './sheet.tsx'
import type { Texts } from './texts.ts'
import { useInitState } from './use-init-state.ts'
import { useQuestions } from './use-questions.ts'

interface AppWindowProps {
  info: NetworkInfo
  /** The signed launch. */
  query: string
  setup: Setup
  /** The user looks at something else: the app is kept, and on a phone it is told. */
  hidden: boolean
  /** Where the desk finds how to send something once more. */
  replay: { current?: (entry: LogEntry) => void }
  text: Texts
  onLog(entry: LogEntry): void
  onDeliver(delivery: Delivery): void
  onRestart(): void
}

/** One launch of the mini app: its frame, and the network around it. A new launch is a new one of these. */
export function AppWindow(props: AppWindowProps) {
  const { info, query, setup, hidden, replay, text, onLog, onDeliver, onRestart } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const bridge = useRef<FrameBridge>(null)
  const live = useRef({ setup, hidden })
  live.current = { setup, hidden }
  const [src] = useState(() => appAddress(info, setup, query))
  const [closed, setClosed] = useState(false)
  const { current, ask, answer } = useQuestions()
  const [init, initialized] = useInitState()
  const { transport, network: family, screen } = findHost(setup.host)

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const network = pageNetwork({
      appId: info.appId,
      frame: element,
      setup: () => live.current.setup,
      ask,
      deliver: onDeliver,
      hidden: () => live.current.hidden,
      close: () => setClosed(true),
    })
    const connection = connectFrame({
      frame: element,
      transport,
      origin: new URL(src).origin,
      network,
      log: onLog,
      onInit: initialized,
      onReload: () => reload(element, src),
    })
    bridge.current = connection
    replay.current = connection.replay
    const follow = () => family === 'vk' && connection.push(fragment())
    window.addEventListener('hashchange', follow)
    // Only now: the app may speak as soon as it is there.
    let left = false
    const begin = () => {
      if (!left) element.src = src
    }
    setSpeed(live.current.setup.speed).then(begin, begin)
    return () => {
      left = true
      connection.disconnect()
      window.removeEventListener('hashchange', follow)
    }
  }, [info, src, transport, family, replay, ask, onLog, onDeliver, initialized])

  const surroundings = [setup.scheme, setup.keyboard, setup.turned, setup.insets].join()
  const seen = useRef(surroundings)
  useEffect(() => {
    if (seen.current === surroundings) return
    seen.current = surroundings
    bridge.current?.pushConfig()
  }, [surroundings])

  const seenSpeed = useRef(setup.speed)
  useEffect(() => {
    if (seenSpeed.current === setup.speed) return
    seenSpeed.current = setup.speed
    const tell = () =>
      frame.current?.contentWindow?.postMessage({ type: 'vitrina-speed', speed: setup.speed }, '*')
    setSpeed(setup.speed).then(tell, tell)
  }, [setup.speed])

  const seenHidden = useRef(hidden)
  useEffect(() => {
    if (seenHidden.current === hidden) return
    seenHidden.current = hidden
    if (transport === 'frame') return
    if (!hidden) bridge.current?.push(fragment())
    bridge.current?.push({ type: hidden ? 'VKWebAppViewHide' : 'VKWebAppViewRestore', data: {} })
  }, [hidden, transport])

  return (
    <Device setup={setup}>
      <div class="device-bar">
        <p class="status" data-init={closed ? 'closed' : init} role="status">
          {closed ? text.closed : hidden ? text.hidden : text[init]}
        </p>
        <button
          type="button"
          class="close"
          aria-label={text.close}
          disabled={closed}
          onClick={() => setClosed(true)}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <div class="screen" data-hidden={hidden}>
        {closed ? (
          <div class="closed">
            <p>{text.closed}</p>
            <button type="button" class="primary" onClick={onRestart}>
              {text.reopen}
            </button>
          </div>
        ) : (
          <iframe
            ref={frame}
            name={transport === 'frame' ? undefined : frameNames[transport]}
            title={text.app}
            inert={current !== undefined}
            style={{ zoom: `${setup.textSize}%` }}
            allow="clipboard-write; fullscreen; geolocation"
          />
        )}
        {current && !closed && (
          <Sheet
            key={current.id}
            question={current.question}
            person={findPerson(setup.person)}
            text={text}
            onAnswer={(reply) => {
              answer(reply)
              frame.current?.focus()
            }}
          />
        )}
      </div>
      {setup.keyboard && screen && !closed && <Keyboard setup={setup} text={text} />}
    </Device>
  )
}

/** Not by its address: to the same one with another hash a frame does not go anew. Put back, it begins from nothing. */
function reload(frame: HTMLIFrameElement, src: string): void {
  const { parentNode, nextSibling } = frame
  frame.remove()
  frame.src = src
  parentNode?.insertBefore(frame, nextSibling)
}

/** Where the address says that the app is. */
function fragment() {
  return { type: 'VKWebAppChangeFragment', data: { location: location.hash.slice(1) } }
}
