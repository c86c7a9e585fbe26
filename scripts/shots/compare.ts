import { readFile, writeFile } from 'node:fs/promises'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/**
 * Which part of the pixels differs, of 1; undefined when there is no picture of that size to compare with. Where letters
 * have other edges does not count. What differs is drawn into `drawing`.
 */
export async function comparePictures(
  before: string,
  after: string,
  drawing: string,
): Promise<number | undefined> {
  const [one, other] = await Promise.all([readPicture(before), readPicture(after)])
  if (!one || !other || one.width !== other.width || one.height !== other.height) return undefined
  const { width, height } = one
  const differs = new PNG({ width, height })
  const count = pixelmatch(one.data, other.data, differs.data, width, height, { threshold: 0.1 })
  if (count > 0) await writeFile(drawing, PNG.sync.write(differs))
  return count / (width * height)
}

async function readPicture(file: string): Promise<PNG | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && PNG.sync.read(bytes)
}
