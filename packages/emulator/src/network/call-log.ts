/** One line of what went between the app and the network. */
export interface LogEntry {
  id: number
  /** Milliseconds since 1970. */
  at: number
  /** The app asks; the network tells something of itself. */
  direction: 'call' | 'push'
  method: string
  params: Record<string, unknown>
  state: 'waiting' | 'answered' | 'refused' | 'silent'
  answer?: Record<string, unknown>
  /** The fault that it met. */
  fault?: string
  /** Milliseconds until the answer. */
  duration?: number
}

/** Older lines make room: a page that polls must not fill the memory. */
export const logLimit = 500

/** Adds a line, or replaces the one with the same id. */
export function record(log: readonly LogEntry[], entry: LogEntry): LogEntry[] {
  const known = log.findIndex(({ id }) => id === entry.id)
  return known < 0 ? [...log, entry].slice(-logLimit) : log.with(known, entry)
}

/** Words that a line must have, anywhere in it. */
export function searchLog(log: readonly LogEntry[], words: string): LogEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return log.filter((entry) => {
    const text =
      `${entry.method} ${entry.state} ${entry.fault ?? ''} ${JSON.stringify([entry.params, entry.answer])}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
