import { type Appearance, createStore, type Insets, type ReadableStore } from '@vitrina/core'
import type { VkBridge } from './bridge.ts'
import { isRecord } from './is-record.ts'

/** What the appearance is read from until the host says more; on OK it never does. */
export type MatchMedia = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener'>

/** The scheme and insets that the host pushes; `tell` takes what it answers when it is asked. */
export function vkAppearance(
  bridge: VkBridge,
  matchMedia: MatchMedia,
): { store: ReadableStore<Appearance>; tell(config: unknown): void } {
  const preference = matchMedia('(prefers-color-scheme: dark)')
  const store = createStore<Appearance>({ scheme: schemeOf(preference.matches), insets: readInsets({}) })
  let hostSpoke = false

  /** Networks push the same thing often. */
  function change(told: Partial<Appearance>): void {
    const next = { ...store.getState(), ...told }
    if (JSON.stringify(next) !== JSON.stringify(store.getState())) store.set(next)
  }

  function tell(config: unknown): void {
    if (!isRecord(config)) return
    const scheme = readScheme(config)
    hostSpoke ||= !!scheme
    change({
      ...(scheme && { scheme }),
      ...(isRecord(config.insets) && { insets: readInsets(config.insets) }),
    })
  }

  preference.addEventListener('change', (event) => {
    if (!hostSpoke) change({ scheme: schemeOf(event.matches) })
  })
  bridge.subscribe(({ detail }) => {
    if (detail?.type === 'VKWebAppUpdateConfig') tell(detail.data)
  })

  return { store, tell }
}

function schemeOf(dark: boolean): Appearance['scheme'] {
  return dark ? 'dark' : 'light'
}

/** `appearance` is the newer field; older clients only name one of their colour schemes. */
function readScheme({ appearance, scheme }: Record<string, unknown>): Appearance['scheme'] | undefined {
  if (appearance === 'light' || appearance === 'dark') return appearance
  return typeof scheme === 'string' ? schemeOf(/dark|gray/.test(scheme)) : undefined
}

function readInsets(insets: Record<string, unknown>): Insets {
  const side = (name: string) => Math.max(0, Number(insets[name]) || 0)
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') }
}
