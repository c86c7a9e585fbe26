import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { differenceOf, pictureFolder } from '../shots/compare.ts'

const name = '01-feed-phone-light.png'
const kept = await readFile(join(pictureFolder, name))

/** The kept picture with a black band over so many of its rows. */
function banded(rows: number): Buffer {
  const picture = PNG.sync.read(kept)
  for (let pixel = 0; pixel < picture.width * rows; pixel += 1)
    picture.data.set([0, 0, 0, 255], (picture.width * 300 + pixel) * 4)
  return PNG.sync.write(picture)
}

test('a picture of the same screen is no difference, and nor are a few pixels of it', async () => {
  expect(await differenceOf(name, kept)).toBeUndefined()
  expect(await differenceOf(name, banded(5))).toBeUndefined()
})

test('more than a hundredth of its pixels is one, and so are another size and a screen without a picture', async () => {
  expect(await differenceOf(name, banded(40))).toMatch(/^01-feed-phone-light\.png: \d\.\d % differ, see /)
  expect(await differenceOf(name, PNG.sync.write(new PNG({ width: 4, height: 4 })))).toBe(
    `${name}: the kept picture has another size`,
  )
  expect(await differenceOf('99-nothing.png', kept)).toBe('99-nothing.png: there is no such picture yet')
})
