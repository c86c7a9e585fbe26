import type { Picture } from '@vitrina/core'
import type { JSX } from 'preact'
import { pictureAttributes } from '../picture-attributes.ts'

export interface ShownPictureProps {
  picture: Picture
  /** How wide it will be. */
  sizes: string
  alt?: string
  loading?: 'eager' | 'lazy'
}

/** A picture in its frame, over its dominant colour until it is here. Says nothing of itself unless it is given words. */
export function ShownPicture({ picture, sizes, ...more }: ShownPictureProps): JSX.Element {
  const style = { backgroundColor: picture.color }
  return <img alt="" style={style} {...pictureAttributes(picture, sizes)} {...more} />
}
