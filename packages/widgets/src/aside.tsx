import type { FunctionComponent, JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { FailedNotice } from './failed-notice.tsx'
import { createLater } from './later.ts'
import { useScene } from './scene.ts'
import { useLater } from './use-later.ts'

type Pieces = typeof import('./aside/pieces.ts')

/** What stands aside and is drawn. */
type PieceName = {
  [Name in keyof Pieces]: ReturnType<Pieces[Name]> extends JSX.Element | null ? Name : never
}[keyof Pieces]

type PropsOf<Name extends PieceName> =
  Parameters<Pieces[Name]> extends [infer Props extends object] ? Props : object

const laterPieces = createLater(() => import('./aside/pieces.ts'), 'OrdersScreen')

/**
 * A component that is not on the way from a card to a paid order. The code and the words of all of them are fetched when
 * the first one is drawn: in one file, since on a slow connection a round trip costs what a hundred kilobytes do. When it
 * does not come that is said, and it is asked for again on a tap or when the connection is back. `Bones` stand in its
 * place, of its size, until it is here.
 */
export function aside<Name extends PieceName>(
  name: Name,
  Bones: FunctionComponent,
): FunctionComponent<PropsOf<Name>> {
  return function Place(props: PropsOf<Name>): JSX.Element {
    const { texts } = useScene()
    const { value: pieces, failed, again } = useLater(laterPieces)
    useLayoutEffect(() => {
      if (!failed) return
      window.addEventListener('online', again)
      return () => window.removeEventListener('online', again)
    }, [failed])
    if (failed) {
      const failure = navigator.onLine ? null : ({ code: 'offline' } as const)
      return <FailedNotice title={texts.screenFailed} failure={failure} onRetry={again} />
    }
    const Piece = (pieces?.[name] ?? Bones) as FunctionComponent<PropsOf<Name>>
    return <Piece {...props} />
  }
}

/** Whether it was fetched already: then it may be drawn where nobody has asked for it. */
export function hasAside(): boolean {
  return laterPieces.value !== undefined
}

/** Fetches what stands aside before it is wanted. */
export function prepareAside(): Promise<Pieces | undefined> {
  return laterPieces.load()
}
