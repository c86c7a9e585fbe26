import type { Look } from '../test/desk/alone.ts'

export interface PictureLook extends Look {
  /** As in the names of its pictures. */
  name: string
  /** Who walks through the screens. */
  user: string
}

const phone = { width: 360, height: 640, user: 'vera' }
const computer = { width: 1280, height: 800, user: 'timur' }

/** The first walk of each of the two. `npm test` walks so, too, and compares. */
export const testedLooks: readonly PictureLook[] = [
  { name: 'phone-light', ...phone, scheme: 'light' },
  { name: 'computer-dark', ...computer, scheme: 'dark' },
]

/** In the order of walks: each leaves an order behind. */
export const looks: readonly PictureLook[] = [
  ...testedLooks,
  { name: 'phone-dark', ...phone, scheme: 'dark' },
  { name: 'computer-light', ...computer, scheme: 'light' },
]
