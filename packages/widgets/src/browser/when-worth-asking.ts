/** Shown, focused, back from the page cache, back online: what the page knows may be old. */
export function whenWorthAsking(listener: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') listener()
  }
  const events = ['online', 'offline', 'pageshow', 'focus']
  for (const name of events) window.addEventListener(name, listener)
  document.addEventListener('visibilitychange', whenVisible)
  return () => {
    for (const name of events) window.removeEventListener(name, listener)
    document.removeEventListener('visibilitychange', whenVisible)
  }
}
