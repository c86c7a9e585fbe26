/** Takes a picture of every screen, or compares with those that are there: `npm run shots`. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comparePictures } from './shots/compare.ts'
import { takePictures } from './shots/take.ts'
import { rootFolder } from './workspace.ts'

const kept = join(rootFolder, 'docs/public/screens')
const most = 0.01

if (process.argv.includes('--help')) {
  console.log(`npm run shots -- [options]

  --compare   changes nothing, and fails where a screen looks otherwise than its picture

Every screen from the feed to the order at 360 × 640 and 1280 × 800, light and dark, goes to docs/public/screens. A screen looks
otherwise when more than ${most * 100} % of its pixels differ; edges of letters do not count, and order numbers and days are fewer.
Another browser has other letters: compare with the one that took them (CHROME_PATH=npm).`)
  process.exit(0)
}

if (process.argv.includes('--compare')) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-shots-'))
  const taken = await takePictures(folder)
  const missing = (await readdir(kept)).filter((name) => !taken.includes(name))
  const problems = missing.map((name) => `${name}: no screen has this picture; npm run shots takes them anew`)
  for (const name of taken) {
    const differing = await comparePictures(
      join(kept, name),
      join(folder, name),
      join(folder, `differs-${name}`),
    )
    if (differing === undefined) problems.push(`${name}: there is no picture of the same size yet`)
    else if (differing > most) problems.push(`${name}: ${(differing * 100).toFixed(1)} % differ`)
  }
  for (const problem of problems) console.log(`✗ ${problem}`)
  console.log(`${taken.length} screens compared, ${problems.length} problems`)
  if (problems.length > 0) console.log(`See ${folder}.`)
  else await rm(folder, { recursive: true })
  process.exit(problems.length > 0 ? 1 : 0)
}

await rm(kept, { recursive: true, force: true })
await mkdir(kept, { recursive: true })
const taken = await takePictures(kept)
console.log(`${taken.length} pictures are in docs/public/screens.`)
process.exit(0)
