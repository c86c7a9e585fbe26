import { join } from 'node:path'
import { type Look, openFeedAlone } from '../test/desk/alone.ts'
import { startDesk } from '../test/desk/desk.ts'
import { everyScreen } from '../test/desk/walk.ts'

const sizes = { phone: { width: 360, height: 640 }, computer: { width: 1280, height: 800 } }

/** Resolves in the page when the pictures of goods are there that can be seen. */
const seenPictures = `(async () => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
    [...(one.localName === 'img' ? [one] : []), ...(one.shadowRoot ? all(one.shadowRoot) : [])])
  const seen = all(document).filter((one) => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight)
  await Promise.all(seen.map((one) => one.decode().catch(() => {})))
})()`

/** Goes through every screen in every look, and answers with the names of the files that it wrote into `folder`. */
export async function takePictures(folder: string): Promise<string[]> {
  const desk = await startDesk()
  const files: string[] = []
  try {
    for (const [device, size] of Object.entries(sizes)) {
      for (const scheme of ['light', 'dark'] as const) {
        files.push(...(await walk({ ...size, scheme }, `${device}-${scheme}`)))
      }
    }
  } finally {
    await desk.close()
  }
  return files

  async function walk(look: Look, suffix: string): Promise<string[]> {
    const alone = await openFeedAlone(desk, 'vera', look)
    const taken: string[] = []
    for await (const screen of everyScreen(alone)) {
      const name = `${String(taken.length + 1).padStart(2, '0')}-${screen.replaceAll(' ', '-')}-${suffix}.png`
      await alone.page.evaluate(seenPictures)
      await alone.page.screenshot({ path: join(folder, name), animations: 'disabled' })
      taken.push(name)
    }
    await alone.page.context().close()
    return taken
  }
}
