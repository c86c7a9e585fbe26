import type { Ability, Appearance, Host, HostContact, Launch } from '../host.ts'
import { createStore, type Store } from '../readable-store.ts'
import { fail, ok } from '../result.ts'
import type { Storage } from '../storage.ts'
import { memoryStorage } from './memory-storage.ts'

export interface MemoryHostOptions {
  user?: Launch['user']
  locale?: string
  deepLink?: string
  /** What the user gives when asked; left out: the host cannot ask; null: the user refuses. */
  contact?: HostContact | null
  /** Likewise. */
  address?: string | null
  storage?: Storage
}

export interface MemoryHost extends Host {
  readonly appearance: Store<Appearance>
  /** Links that were opened, oldest first. */
  readonly opened: string[]
}

export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const { user = { id: '1', name: 'Anna Orlova' }, locale = 'en', deepLink, contact, address } = options
  const opened: string[] = []
  const abilities: Ability[] = ['storage']
  if (contact !== undefined) abilities.push('contact')
  if (address !== undefined) abilities.push('address')
  const host: MemoryHost = {
    name: 'memory',
    opened,
    appearance: createStore<Appearance>({
      scheme: 'light',
      insets: { top: 0, right: 0, bottom: 0, left: 0 },
    }),
    storage: options.storage ?? memoryStorage(),
    async launch() {
      return ok({ proof: { scheme: 'memory', value: user.id }, user, locale, deepLink, abilities })
    },
    async openLink(url) {
      if (!/^https?:\/\//i.test(url)) return fail({ code: 'invalid', reason: 'Not a web address.' })
      opened.push(url)
      return ok(undefined)
    },
  }
  return {
    ...host,
    ...(contact !== undefined && {
      requestContact: async () => (contact ? ok(contact) : fail({ code: 'denied' })),
    }),
    ...(address !== undefined && {
      requestAddress: async () => (address ? ok(address) : fail({ code: 'denied' })),
    }),
  }
}
