import type { Picture, Product } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useScene } from '../scene.ts'

/** Pictures side by side: swiped by a finger, stepped by thumbnails and arrow keys. */
export function Gallery({ product, shown }: { product: Product; shown?: Picture }): JSX.Element {
  const { texts } = useScene()
  const pictures = useMemo(() => allPictures(product), [product])
  const [index, setIndex] = useState(0)
  const track = useRef<HTMLDivElement>(null)
  const show = (next: number, behavior: ScrollBehavior = 'auto') => {
    const bounded = Math.max(0, Math.min(pictures.length - 1, next))
    setIndex(bounded)
    const strip = track.current
    strip?.scrollTo?.({ left: bounded * strip.clientWidth, behavior })
  }
  const wanted = shown?.url
  const opened = useRef(false)
  useLayoutEffect(() => {
    const place = pictures.findIndex(({ url }) => url === wanted)
    // The first one is simply there; a variant chosen later moves the strip.
    if (place >= 0) show(place, opened.current ? 'auto' : 'instant')
    opened.current = true
  }, [wanted, pictures])
  const onScroll = ({ currentTarget: { scrollLeft, clientWidth } }: { currentTarget: HTMLDivElement }) => {
    if (clientWidth > 0) setIndex(Math.round(scrollLeft / clientWidth))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    show(index + step)
  }
  if (pictures.length === 0) return <div class="v-frame v-big" />
  return (
    <section class="v-gallery" aria-label={texts.pictures}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div class="v-strip" ref={track} tabIndex={0} onScroll={onScroll}>
        {pictures.map(({ url }, place) => (
          <div class="v-frame v-big" key={url} aria-hidden={place !== index}>
            <img
              src={url}
              alt={texts.picture(place + 1, pictures.length)}
              decoding="async"
              loading={place === 0 ? 'eager' : 'lazy'}
            />
          </div>
        ))}
      </div>
      {pictures.length > 1 && (
        <div class="v-thumbs">
          {pictures.map(({ url }, place) => (
            <button
              type="button"
              class="v-frame v-thumb"
              key={url}
              aria-label={texts.picture(place + 1, pictures.length)}
              aria-current={place === index}
              onClick={() => show(place)}
              onKeyDown={onKeyDown}
            >
              <img src={url} alt="" loading="lazy" decoding="async" />
            </button>
          ))}
        </div>
      )}
    </section>
  )
}

// A variant may have a picture of its own that the product does not list.
function allPictures(product: Product): Picture[] {
  const byUrl = new Map(product.pictures.map((picture) => [picture.url, picture]))
  for (const { picture } of product.variants) if (picture) byUrl.set(picture.url, picture)
  return [...byUrl.values()]
}
