/**
 * Shown, focused, back from the page cache, back online, or another tab has changed what tabs share: what the page knows
 * may be old.
 */
export function whenWorthAsking(listener: () => void): () => void {
  const listening = new AbortController()
  for (const name of ['online', 'offline', 'pageshow', 'focus']) {
    window.addEventListener(name, listener, listening)
  }
  const whenVisible = () => {
    if (document.visibilityState === 'visible') listener()
  }
  const whenShared = ({ key }: StorageEvent) => {
    // The tab that the buyer is in has changed it; a storage that was cleared has no key.
    if (/^vitrina.+(cart|wishes)$/.test(key as string) && !document.hasFocus()) whenVisible()
  }
  document.addEventListener('visibilitychange', whenVisible, listening)
  window.addEventListener('storage', whenShared, listening)
  return () => listening.abort()
}
