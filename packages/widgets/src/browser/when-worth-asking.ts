/** Shown, focused, back from the page cache, back online: what the page knows may be old. */
export function whenWorthAsking(listener: () => void): () => void {
  const listening = new AbortController()
  for (const name of ['online', 'offline', 'pageshow', 'focus']) {
    window.addEventListener(name, listener, listening)
  }
  const whenVisible = () => {
    if (document.visibilityState === 'visible') listener()
  }
  document.addEventListener('visibilitychange', whenVisible, listening)
  return () => listening.abort()
}
