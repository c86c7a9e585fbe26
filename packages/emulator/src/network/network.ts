import type { HostConfig } from '../hosts/emulated-host.ts'
import { findHost } from '../hosts/find-host.ts'
import { insetsOf } from './insets.ts'
import type { Question, Reply } from './question.ts'
import type { Relations } from './relations.ts'
import type { Setup } from './setup.ts'
import type { Shelf } from './shelf.ts'

/** Something that has left the app and lies in the network now. */
export interface Delivery {
  kind: 'message' | 'post' | 'story' | 'payload' | 'download' | 'open' | 'token' | 'event'
  text: string
}

/** What the methods of the bridge need of the page around the frame. */
export interface Network {
  appId: string
  setup(): Setup
  shelf(): Shelf
  relations(): Relations
  /** The size of the frame in CSS pixels. */
  viewport(): { width: number; height: number }
  /** A new signed query. */
  launch(): Promise<string>
  sign(name: 'phone_number' | 'email', value: string): Promise<string>
  signHash(payload?: string): Promise<{ ts: number; sign: string }>
  /** The network's own dialog. */
  ask(question: Question): Promise<Reply>
  /** To the app, at the place where it is. */
  link(): string
  copy(text: string): Promise<void>
  deliver(delivery: Delivery): void
  setLocation(location: string, replace: boolean): void
  resize(size: { width: number; height?: number }): void
  scroll(top: number): void
  scrollTop(): number
  /** Whether the user looks at something else. */
  hidden(): boolean
  close(): void
}

/** What the app is told about its surroundings, on request and whenever it changes; undefined where it never is. */
export function networkConfig({ appId, setup, viewport }: Network): HostConfig | undefined {
  const { scheme, host } = setup()
  return findHost(host).config?.({ appId, scheme, ...viewport(), insets: insetsOf(setup()) })
}
