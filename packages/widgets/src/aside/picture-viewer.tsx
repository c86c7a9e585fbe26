import type { Picture } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { IconButton } from '../icon-button.tsx'
import { shapes } from '../icon-shapes.ts'
import { pictureAttributes } from '../picture-attributes.ts'
import { useScene } from '../scene.ts'
import { useLatest } from '../use-latest.ts'
import { asideLooks } from './looks.ts'
import { type PanAndZoom, type Point, panAndZoom, tapScale } from './pan-and-zoom.ts'
import { useAsideTexts } from './use-aside-texts.ts'

export interface PictureViewerProps {
  pictures: readonly Picture[]
  /** The place of the one to begin with. */
  first: number
  /** Told which one was seen last. */
  onClose: (place: number) => void
}

/** CSS pixels that an arrow key moves an enlarged picture by. */
const keyStep = 80

/** Pictures as large as the window, one at a time, and each as large as one likes. */
export function PictureViewer({ pictures, first, onClose }: PictureViewerProps): JSX.Element {
  const { texts } = useScene()
  const words = useAsideTexts()
  const [place, setPlace] = useState(first)
  const [scale, setScale] = useState(1)
  const [state, setState] = useState<'loading' | 'here' | 'failed'>('loading')
  const dialog = useRef<HTMLDialogElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const view = useRef<PanAndZoom>(undefined)
  const picture = pictures[place]
  const step = useLatest((by: number) => {
    if (by === 0 || !pictures[place + by]) return
    setPlace(place + by)
    setScale(1)
    setState('loading')
  })
  const isMirrored = () => dialog.current !== null && getComputedStyle(dialog.current).direction === 'rtl'
  const close = () => dialog.current?.close()
  useLayoutEffect(() => {
    asideLooks(dialog.current)
    dialog.current?.showModal()
  }, [])
  useLayoutEffect(() => {
    if (!stage.current) return
    view.current = panAndZoom(stage.current, {
      onScale: setScale,
      onSwipe: (direction) => step(isMirrored() ? direction : -direction),
      onPull: close,
    })
    return view.current.stop
  }, [place])
  const onKeyDown = (event: KeyboardEvent) => {
    const factor = zoomKeys[event.key]
    const arrow = arrows[event.key]
    if (factor) view.current?.zoom(factor)
    else if (!arrow) return
    else if (scale > 1) view.current?.pan(-arrow.x * keyStep, -arrow.y * keyStep)
    else step(isMirrored() ? -arrow.x : arrow.x)
    event.preventDefault()
  }
  return (
    <dialog
      class="v-viewer"
      part="viewer"
      aria-label={texts.pictures}
      ref={dialog}
      onClose={() => onClose(place)}
      onKeyDown={onKeyDown}
      // The sheet below would take a pull for its own.
      onTouchMove={(event) => event.stopPropagation()}
    >
      <IconButton
        class="v-round v-viewer-close"
        part="close"
        label={texts.close}
        shape={shapes.close}
        onClick={close}
      />
      <div class="v-stage" data-scale={scale > 1 ? 'larger' : 'whole'} ref={stage}>
        {state === 'loading' && <Busy />}
        {state === 'failed' && <p role="alert">{words.pictureFailed}</p>}
        {picture && (
          <img
            key={picture.url}
            {...pictureAttributes(picture, `${Math.ceil(scale) * 100}vw`)}
            loading="eager"
            alt={texts.picture(place + 1, pictures.length)}
            draggable={false}
            onLoad={() => setState('here')}
            onError={() => setState('failed')}
          />
        )}
      </div>
      <div class="v-viewer-bar">
        {pictures.length > 1 && (
          <>
            <IconButton
              part="back"
              label={words.previousPicture}
              shape={shapes.back}
              aria-disabled={place === 0}
              onClick={() => step(-1)}
            />
            <span role="status">{texts.picture(place + 1, pictures.length)}</span>
            <IconButton
              class="v-round v-next"
              part="next"
              label={words.nextPicture}
              shape={shapes.back}
              aria-disabled={place === pictures.length - 1}
              onClick={() => step(1)}
            />
          </>
        )}
        <IconButton
          part="zoom"
          label={scale > 1 ? words.zoomOut : words.zoomIn}
          shape={scale > 1 ? shapes.minus : shapes.plus}
          onClick={() => view.current?.zoom(scale > 1 ? 0 : tapScale)}
        />
      </div>
    </dialog>
  )
}

const zoomKeys: Readonly<Record<string, number>> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5 }

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
