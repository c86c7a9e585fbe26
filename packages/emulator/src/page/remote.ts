import type { LogEntry } from '../network/call-log.ts'
import type { Setup } from '../network/setup.ts'

/** How a test that drives the browser reaches what is on this page: `window.vitrinaEmulator`. */
export interface Remote {
  change(patch: Partial<Setup>): void
  hide(hidden: boolean): void
  setup(): Setup
}

declare global {
  interface Window {
    vitrinaEmulator?: Remote
    /** Put there by a test that wants to know of each call. */
    vitrinaEmulatorLog?: (entry: LogEntry) => void
  }
}
