import type { HostFailure } from './failure.ts'
import type { OrderLink } from './order-link.ts'
import type { ReadableStore } from './readable-store.ts'
import type { Result } from './result.ts'
import type { Storage } from './storage.ts'

/** The place the shop runs in. Optional methods are abilities: a shop hides what its host cannot do. */
export interface Host {
  /** `vk`, `feed`, `memory`: for logs and for people. */
  readonly name: string
  /** Where the shop was opened, by whom, and the proof of it for the server. Asked once. */
  launch(): Promise<Result<Launch, HostFailure>>
  readonly appearance: ReadableStore<Appearance>
  /** Opens a page outside the shop, the acquirer's for example. */
  openLink(url: string): Promise<Result<void, HostFailure>>
  readonly storage?: Storage
  /** Name and phone of the user, asked with the host's own dialog. Any part may be missing. */
  requestContact?(): Promise<Result<HostContact, HostFailure>>
  /** The address that the user keeps there, in one line, to be looked over; asked with the host's own dialog. */
  requestAddress?(): Promise<Result<string, HostFailure>>
  /** Where an order is shown to whoever has the link; the address is as secret as the link. */
  orderUrl?(link: OrderLink): string
  haptic?(kind: Haptic): void
  close?(): void
}

export interface Launch {
  /** Opaque to the client; the server's `authenticate` function of that scheme understands it. */
  proof: LaunchProof
  /** A hint for greetings and storage keys; who it is really is decided by the server. */
  user?: { id: string; name?: string; picture?: string }
  /** BCP 47: `ru`, `en`. */
  locale: string
  /** What to show first, for example `product/mug`. */
  deepLink?: string
  /** What this host can do here and now, after negotiation. */
  abilities: Ability[]
}

export interface LaunchProof {
  /** `vk` for a signed VK query. */
  scheme: string
  value: string
  /** Who this buyer was until now: the server brings that guest's cart and orders to the buyer's. */
  guest?: { scheme: string; value: string }
  /** What a link to one order says; opens that order beside the buyer's own. */
  orderLink?: string
}

export type Ability = 'contact' | 'address' | 'haptic' | 'storage' | 'close'

export interface HostContact {
  name?: string
  phone?: string
}

export interface Appearance {
  scheme: 'light' | 'dark'
  /** CSS pixels that the host's own controls cover. */
  insets: Insets
}

export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

export type Haptic = 'tap' | 'success' | 'failure'
