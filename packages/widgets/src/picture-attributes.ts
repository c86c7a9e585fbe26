import type { Picture } from '@vitrina/core'

type PictureAttributes = { loading: 'lazy'; decoding: 'async'; src: string }

/** What an image shows a picture with. `sizes` is how wide it will be; a browser that can look by itself does so. */
export function pictureAttributes({ url, sources }: Picture, sizes = '240px'): PictureAttributes {
  return {
    // Before `src`: otherwise it is asked for at once.
    loading: 'lazy',
    decoding: 'async',
    ...(sources && {
      sizes: `auto, ${sizes}`,
      srcset: sources.map((source) => `${source.url} ${source.width}w`).join(),
    }),
    src: url,
  }
}
