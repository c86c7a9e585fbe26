import type { Picture, Product } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { IconButton } from '../icon-button.tsx'
import { shapes } from '../icon-shapes.ts'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { PictureViewer } from './asides.ts'
import { ShownPicture } from './shown-picture.tsx'

export interface GalleryProps {
  product: Product
  /** The picture of the chosen variant. */
  shown?: Picture | undefined
}

/** Pictures side by side: swiped by a finger, scrolled by arrow keys, stepped by thumbnails, and enlarged. */
export const Gallery = replaceable('Gallery', OwnGallery)

function OwnGallery({ product, shown }: GalleryProps): JSX.Element {
  const { texts } = useScene()
  const pictures = allPictures(product)
  const [index, setIndex] = useState(0)
  const [enlarged, enlarge] = useState(false)
  const strip = useRef<HTMLDivElement>(null)
  const show = (place: number) => {
    setIndex(place)
    const frame = strip.current?.children[place] as HTMLElement | undefined
    // From right to left it lies at a negative place.
    if (strip.current && frame) strip.current.scrollLeft = frame.offsetLeft
  }
  const wanted = shown?.url
  useLayoutEffect(() => {
    const place = pictures.findIndex(({ url }) => url === wanted)
    if (place >= 0) show(place)
  }, [wanted, product])
  if (pictures.length === 0) return <div class="v-frame v-big" />
  const open = () => enlarge(true)
  return (
    <section class="v-gallery" aria-label={texts.pictures}>
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keys; who cannot tap it has the button */}
      <div
        class="v-strip"
        ref={strip}
        tabIndex={0}
        onClick={open}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setIndex(Math.round(Math.abs(scrollLeft) / clientWidth))
        }
      >
        {pictures.map((picture, place) => (
          <div class="v-frame v-big" key={picture.url} aria-hidden={place !== index}>
            <ShownPicture
              picture={picture}
              sizes="600px"
              alt={texts.picture(place + 1, pictures.length)}
              {...(place === 0 && { loading: 'eager' as const })}
            />
          </div>
        ))}
      </div>
      {/* biome-ignore-end lint/a11y: the strip */}
      <IconButton part="enlarge" label={texts.enlarge} shape={shapes.search} onClick={open} />
      {pictures.length > 1 && (
        <div class="v-thumbs">
          {pictures.map((picture, place) => (
            <button
              type="button"
              class="v-frame v-thumb"
              key={picture.url}
              aria-label={texts.picture(place + 1, pictures.length)}
              aria-current={place === index}
              onClick={() => show(place)}
            >
              <ShownPicture picture={picture} sizes="56px" />
            </button>
          ))}
        </div>
      )}
      {enlarged && (
        <PictureViewer
          pictures={pictures}
          first={index}
          onClose={(place) => {
            enlarge(false)
            show(place)
          }}
        />
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
