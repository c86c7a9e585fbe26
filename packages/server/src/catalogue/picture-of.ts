import type { Picture } from '@vitrina/core'
import { type Resizer, sourcesOf } from '../configuration/resizer.ts'

/** How what is stored of a picture becomes what the wire shows. */
export interface PictureView {
  /** Relative pictures are below it: `https://shop.example/pictures/`. */
  picturesUrl: string
  resizer?: Resizer
}

/** What a cart shows is 80 CSS pixels wide, on a screen of three pixels to each. */
const thumbnail = 240

/** A picture's address as it was stored is absolute, or a path in the merchant's folder. */
export function pictureOf({ url: stored, color }: Picture, { picturesUrl, resizer }: PictureView): Picture {
  const url = /^https?:\/\//i.test(stored) ? stored : `${picturesUrl}${encodeURI(stored)}`
  const sources = resizer ? sourcesOf(resizer, url) : []
  return { url, ...(sources.length > 0 && { sources }), ...(color && { color }) }
}

/** Without the sizes that a line of a cart has no use for: an answer to a tap is small. */
export function thumbnailOf(stored: Picture, view: PictureView): Picture {
  const { sources, ...picture } = pictureOf(stored, view)
  const enough = sources?.findIndex(({ width }) => width >= thumbnail) ?? -1
  return { ...picture, ...(sources && { sources: enough < 0 ? sources : sources.slice(0, enough + 1) }) }
}
