import { createContext, type FunctionComponent, type JSX } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { FailedNotice } from './failed-notice.tsx'
import type { Language } from './language.ts'
import { createLater, type Later } from './later.ts'
import { useScene } from './scene.ts'
import type { AsideTexts } from './texts/aside/aside-texts.ts'
import { loadAsideTexts } from './texts/load-texts.ts'
import { useLater } from './use-later.ts'

type Pieces = typeof import('./aside/pieces.ts')

interface Arrived {
  pieces: Pieces
  texts: AsideTexts
}

export interface AsideOptions<Props> {
  /** Finds it among all that stands aside. */
  piece: (pieces: Pieces) => FunctionComponent<Props>
  /** Stands in its place, of its size, until it is here. */
  Bones: FunctionComponent
}

const arriving: Partial<Record<Language, Later<Arrived>>> = {}
const AsideTextsContext = createContext<AsideTexts | null>(null)

/**
 * A component that is not on the way from a card to a paid order. Their code and their words are fetched when the first
 * of them is drawn: all in one file, since on a slow connection a round trip costs what a hundred kilobytes do. When it
 * does not come that is said, and it is asked for again on a tap or when the connection is back.
 */
export function aside<Props extends object>({ piece, Bones }: AsideOptions<Props>): FunctionComponent<Props> {
  return function Place(props: Props): JSX.Element {
    const { texts } = useScene()
    const { value, failed, again } = useLater(arrivalIn(texts.language))
    useEffect(() => {
      if (!failed) return
      window.addEventListener('online', again)
      return () => window.removeEventListener('online', again)
    }, [failed])
    if (value) {
      const Piece = piece(value.pieces)
      return (
        <AsideTextsContext.Provider value={value.texts}>
          <Piece {...props} />
        </AsideTextsContext.Provider>
      )
    }
    if (!failed) return <Bones />
    const code = navigator.onLine ? 'unavailable' : 'offline'
    return <FailedNotice title={texts.screenFailed} failure={{ code }} onRetry={again} />
  }
}

/** Fetches what stands aside before it is wanted. */
export function prepareAside(language: Language): void {
  void arrivalIn(language).load()
}

/** The words of what stands aside. Throws elsewhere: only a programmer can cause that. */
export function useAsideTexts(): AsideTexts {
  const texts = useContext(AsideTextsContext)
  if (!texts) throw new Error('A component in src/aside of @vitrina/widgets is drawn without aside()')
  return texts
}

function arrivalIn(language: Language): Later<Arrived> {
  const arrival = arriving[language] ?? createLater(() => fetchAside(language))
  arriving[language] = arrival
  return arrival
}

async function fetchAside(language: Language): Promise<Arrived> {
  const [pieces, texts] = await Promise.all([import('./aside/pieces.ts'), loadAsideTexts(language)])
  return { pieces, texts }
}
