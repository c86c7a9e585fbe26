import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { findHost } from '../hosts/find-host.ts'
import { type LogEntry, record } from '../network/call-log.ts'
import type { Delivery } from '../network/network.ts'
import { findPerson } from '../network/people.ts'
import { createRelations } from '../network/relations.ts'
import { readSetup, type Setup, writeSetup } from '../network/setup.ts'
import { fetchLaunch, type NetworkInfo } from './api.ts'
import { throughProxy } from './app-address.ts'
import { AppWindow } from './app-window.tsx'
import { FeedFrame } from './feed-frame.tsx'
import { Panel } from './panel.tsx'
import { texts } from './texts.ts'
import { type View, ViewSwitch } from './view-switch.tsx'

interface Launches {
  /** Counts the launches: a new one is a new frame. */
  number: number
  app: string
  feed: string
}

/** The whole page: the feed, the app in its phone, and the panel. */
export function Desk({ info }: { info: NetworkInfo }) {
  const [setup, setSetup] = useState(() => readSetup(location.search, usualSetup()))
  const [view, setView] = useState<View>('app')
  const [restarts, setRestarts] = useState(0)
  const [launches, setLaunches] = useState<Launches>()
  const [problem, setProblem] = useState('')
  const [log, setLog] = useState<LogEntry[]>([])
  const [inbox, setInbox] = useState<Delivery[]>([])
  const [hidden, setHidden] = useState(false)
  const replay = useRef<(entry: LogEntry) => void>(undefined)
  const text = texts[setup.language]
  const { person, host, language, launch, scheme } = setup

  const live = useRef(setup)
  const change = useCallback((patch: Partial<Setup>) => {
    live.current = { ...live.current, ...patch }
    history.replaceState(history.state, '', writeSetup(live.current) + location.hash)
    setSetup(live.current)
  }, [])
  const addToLog = useCallback((entry: LogEntry) => {
    setLog((before) => record(before, entry))
    window.vitrinaEmulatorLog?.(entry)
  }, [])
  const addToInbox = useCallback(
    (delivery: Delivery) => setInbox((before) => [delivery, ...before].slice(0, inboxLimit)),
    [],
  )
  const restart = useCallback(() => setRestarts((count) => count + 1), [])

  useEffect(() => {
    window.vitrinaEmulator = { change, hide: setHidden, setup: () => live.current }
    return () => {
      delete window.vitrinaEmulator
    }
  }, [change])

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.scheme = scheme
    document.title = `${text.title} · Vitrina`
  }, [language, scheme, text])

  // Whoever the user is, where and in which language is in the launch: a change of it opens everything anew.
  const proxied = throughProxy(setup)
  const asked = useMemo(() => ({ ...setup }), [person, host, language, launch, proxied, restarts])
  useEffect(() => {
    let current = true
    const { id: userId } = findPerson(asked.person)
    const relations = createRelations({ area: localStorage, appId: info.appId, userId })
    setHidden(false)
    Promise.all([fetchLaunch(asked, 'other', relations), fetchLaunch(asked, 'feed', relations)]).then(
      ([app, feed]) => {
        if (!current) return
        setProblem('')
        setLaunches((before) => ({ number: (before?.number ?? 0) + 1, app, feed }))
      },
      (error: unknown) => current && setProblem(String(error)),
    )
    return () => {
      current = false
    }
  }, [asked, info])

  return (
    <div
      class="desk"
      data-view={view}
      data-feed={info.feed !== null}
      data-wide={setup.turned || findHost(host).screen === undefined}
    >
      <header class="bar">
        <h1>{text.title}</h1>
        <ViewSwitch view={view} feed={info.feed !== null} text={text} onChange={setView} />
      </header>
      <main class="columns">
        {info.feed !== null && (
          <section class="feed" aria-label={text.feed}>
            {launches && (
              <FeedFrame
                key={launches.number}
                url={info.feed}
                query={launches.feed}
                setup={setup}
                title={text.feed}
              />
            )}
          </section>
        )}
        <section class="app" aria-label={text.app}>
          {problem !== '' && (
            <p class="problem" role="alert">
              {text.failed} {problem}
            </p>
          )}
          {launches && (
            <AppWindow
              key={launches.number}
              info={info}
              query={launches.app}
              setup={setup}
              text={text}
              hidden={hidden}
              replay={replay}
              onLog={addToLog}
              onDeliver={addToInbox}
              onRestart={restart}
            />
          )}
        </section>
        <Panel
          setup={setup}
          log={log}
          inbox={inbox}
          hidden={hidden}
          text={text}
          appId={info.appId}
          onHide={setHidden}
          onReplay={(entry) => replay.current?.(entry)}
          onChange={change}
          onRestart={restart}
          onClear={() => setLog([])}
        />
      </main>
    </div>
  )
}

/** Older things make room. */
const inboxLimit = 50

function usualSetup(): Pick<Setup, 'scheme' | 'language'> {
  return {
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    language: navigator.language.startsWith('en') ? 'en' : 'ru',
  }
}
