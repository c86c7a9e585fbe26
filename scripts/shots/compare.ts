import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { rootFolder } from '../workspace.ts'

export const pictureFolder = join(rootFolder, 'docs/public/screens')
/** Of its pixels, so many may differ; edges of letters do not count. */
const most = 0.01

/** Says what is wrong with a picture beside the kept one of its name, and where to see it; undefined when nothing is. */
export async function differenceOf(name: string, picture: Buffer): Promise<string | undefined> {
  const bytes = await readFile(join(pictureFolder, name)).catch(() => undefined)
  if (!bytes) return `${name}: there is no such picture yet`
  // As a rule every byte is the same: nothing has to be unpacked for that.
  if (bytes.equals(picture)) return undefined
  const kept = PNG.sync.read(bytes)
  const taken = PNG.sync.read(picture)
  const { width, height } = taken
  if (kept.width !== width || kept.height !== height) return `${name}: the kept picture has another size`
  const drawing = new PNG({ width, height })
  const count = pixelmatch(kept.data, taken.data, drawing.data, width, height, { threshold: 0.1 })
  const share = count / (width * height)
  if (share <= most) return undefined
  const folder = join(tmpdir(), 'vitrina-pictures')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), picture)
  await writeFile(join(folder, `differs-${name}`), PNG.sync.write(drawing))
  return `${name}: ${(share * 100).toFixed(1)} % differ, see ${folder}; when it is meant so, npm run shots takes it anew`
}
