import type { PictureSource } from '@vitrina/core'
import * as v from 'valibot'

/** A service that gives pictures in other sizes: imgproxy, thumbor, a CDN. */
export interface Resizer {
  /**
   * The address of a picture in a size: `https://img.example/{width}/{url}`. `{url}` is the picture's own address,
   * percent-encoded; `{width}` is in pixels.
   */
  template: string
  /** In pixels, from small to large. Default 160, 320, 640, 1280. */
  widths?: number[]
}

const usualWidths = [160, 320, 640, 1280]

export const resizerSchema: v.GenericSchema<Resizer> = v.strictObject({
  template: v.pipe(
    v.string(),
    v.maxLength(500, 'has at most 500 characters'),
    v.check(
      (template) => template.includes('{width}') && template.includes('{url}'),
      'has {width} and {url} in it',
    ),
    v.check((template) => {
      const filled = fill(template, 'https://shop.example/a.jpg', 160)
      return URL.canParse(filled) && new URL(filled).protocol === 'https:'
    }, 'is an https address'),
  ),
  widths: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.number(),
          v.integer('is a whole number'),
          v.minValue(16, 'is at least 16'),
          v.maxValue(4096, 'is at most 4096'),
        ),
      ),
      v.minLength(1, 'has at least one'),
      v.maxLength(8, 'has at most 8'),
      v.check(
        (widths) => widths.every((width, index) => index === 0 || width > (widths[index - 1] ?? 0)),
        'go from small to large',
      ),
    ),
  ),
})

/** A picture in the resizer's sizes; none of a drawing, which is right in every size. */
export function sourcesOf({ template, widths = usualWidths }: Resizer, url: string): PictureSource[] {
  if (/\.svg(?:[?#]|$)/i.test(url)) return []
  return widths.map((width) => ({ url: fill(template, url, width), width }))
}

function fill(template: string, url: string, width: number): string {
  return template.replaceAll('{width}', String(width)).replaceAll('{url}', encodeURIComponent(url))
}
