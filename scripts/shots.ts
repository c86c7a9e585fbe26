/** Takes a picture of every screen, or compares with those that are there: `npm run shots`. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { differenceOf, pictureFolder } from './shots/compare.ts'
import { hasPictureBrowser } from './shots/picture-browser.ts'
import { takePictures } from './shots/take.ts'

if (process.argv.includes('--help')) {
  console.log(`npm run shots -- [options]

  --compare   changes nothing, and fails where a screen looks otherwise than its picture

Every screen from the feed to the order at 360 × 640 and 1280 × 800, light and dark, goes to docs/public/screens. A screen looks
otherwise when more than 1 % of its pixels differ; edges of letters do not count. The browser and its letters are npm's, so that
screens look the same on every machine; npm has it for Linux on x64. npm test compares one walk at each size.`)
  process.exit(0)
}
if (!hasPictureBrowser) {
  console.log('The browser that takes the pictures comes from npm, for Linux on x64 alone.')
  process.exit(1)
}
const isComparing = process.argv.includes('--compare')
const before = await readdir(pictureFolder).catch(() => [])
await mkdir(pictureFolder, { recursive: true })
const taken: string[] = []
const problems: string[] = []
for await (const { name, picture } of takePictures()) {
  taken.push(name)
  if (isComparing) problems.push(...[await differenceOf(name, picture)].filter((one) => one !== undefined))
  else await writeFile(join(pictureFolder, name), picture)
}
for (const name of before.filter((one) => !taken.includes(one))) {
  if (isComparing) problems.push(`${name}: no screen has this picture; npm run shots takes them anew`)
  else await rm(join(pictureFolder, name))
}
for (const problem of problems) console.log(`✗ ${problem}`)
console.log(
  isComparing
    ? `${taken.length} screens compared, ${problems.length} problems`
    : `${taken.length} pictures are in docs/public/screens.`,
)
process.exit(problems.length > 0 ? 1 : 0)
