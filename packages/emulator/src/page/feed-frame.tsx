import { useEffect, useRef, useState } from 'preact/hooks'
import type { Setup } from '../network/setup.ts'

interface FeedFrameProps {
  url: string
  /** The signed launch. */
  query: string
  setup: Setup
  title: string
}

/**
 * The network's own page. It has no bridge: its launch is in the query, and what it should look like in the hash,
 * `#scheme=dark&lang=ru`, which changes without a reload.
 */
export function FeedFrame({ url, query, setup, title }: FeedFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const address = (now: Setup) => {
    const feed = new URL(url)
    feed.search = [feed.search.slice(1), query].filter(Boolean).join('&')
    feed.hash = new URLSearchParams({ scheme: now.scheme, lang: now.language }).toString()
    return feed.href
  }
  const [first] = useState(() => address(setup))
  const [shown, setShown] = useState(first)
  const next = address(setup)

  useEffect(() => {
    if (next === shown) return
    setShown(next)
    // Replaced rather than set, so that a change of colours is no step in the history.
    frame.current?.contentWindow?.location.replace(next)
  }, [next, shown])

  return <iframe ref={frame} class="feed-frame" src={first} title={title} allow="clipboard-write" />
}
