/** Measures the widgets in a feed beside floors and other shops' widgets: `npm run bench:feed -- --json FILE`. */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../browser.ts'
import { openTestPglite } from '../data-folder.ts'
import { ownContenders } from './feed/contenders.ts'
import { mediansOf, rowsOf, type Seen, spaced } from './feed/figures.ts'
import { growthBound } from './feed/growth.ts'
import { measure } from './feed/measure.ts'
import { peerContenders, peerPages } from './feed/peer-contenders.ts'
import { serveSite } from './feed/site.ts'
import { ratiosOf, tableOf } from './feed/table.ts'

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    products: { type: 'string', default: '1000' },
  },
})
if (values.help) {
  console.log(`npm run bench:feed -- [options]

  --runs 5         medians are of so many runs
  --only WORDS     contenders with one of these words in their page's name: floor,vitrina are the widgets and both floors
  --products 1000  so many products and lines at most, for a quick look
  --json FILE      writes the figures there

The same feed with 1, 10, 100 and 1 000 products in Chromium, on this machine's loopback: the widgets; floors that can do nothing
but show a card, count and list what is in the cart; and other shops' widgets and carts against stubs of their APIs, which npm
installs into scripts/bench/feed/peers at the first run. "Slow" is 1.6 Mbit/s, 562 ms a request, and a processor slowed four
times; so is the processor for taps, opening a cart and scrolling. The exit code is 1 when the widgets or a floor do not get
through, or when mounting and unmounting leaves more on the heap than the floors allow.`)
  process.exit(0)
}
// Vite takes the first of its uses for the mode of all, and the first one here is not a build.
process.env.NODE_ENV = 'production'
const runs = Number(values.runs)
const most = Number(values.products)
const words = values.only.split(',')
const isWanted = (page: string) => words.some((word) => page.includes(word))
const peers = peerPages.some(isWanted) ? await peerContenders(console.log) : []
const contenders = [...(await ownContenders()), ...peers].filter(({ page }) => isWanted(page))
if (contenders.length === 0) throw new Error(`No page’s name has one of "${values.only}" in it.`)
const database = await openTestPglite()
const site = await serveSite(database, contenders, most)
const browser = await launchBrowser()
const all = new Map<string, Seen[]>(contenders.map(({ page }) => [page, []]))
try {
  for (let run = 1; run <= runs; run += 1) {
    for (const contender of contenders) {
      console.log(`run ${run} of ${runs}: ${contender.name}`)
      const before = all.get(contender.page) ?? []
      before.push(await measure({ browser, site, contender, most }, mediansOf(before).missing))
    }
  }
} finally {
  await browser.close()
  await site.close()
  await database.close()
}
const columns = contenders.map(({ name, page, role }) => ({
  name,
  role,
  seen: mediansOf(all.get(page) ?? []),
}))
const rows = rowsOf(most)
const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`
console.log(
  `\n${runs === 1 ? 'One run' : `Medians of ${runs} runs`} on ${machine}:\n\n${tableOf(rows, columns)}`,
)
const floors = columns.filter(({ role }) => role === 'floor')
if (floors.length === 2) console.log(`\n${ratiosOf(rows, columns)}`)

const bound = growthBound(floors.map(({ seen }) => seen.figures))
console.log(
  bound === null
    ? '\nWithout both floors there is no bound on what mounting may leave on the heap.'
    : `\n1 000 mounts and unmounts may leave ${spaced(bound)} B: what the larger floor leaves, and a twentieth of floor (ii)’s card each.`,
)
for (const { name, role, seen } of columns) {
  const { growth = 0 } = seen.figures
  const problems = Object.entries(seen.missing).map(([figure, reason]) => `${figure}: ${reason}`)
  if (bound !== null && growth > bound) problems.push(`leaves ${spaced(growth)} B`)
  if (role === 'peer' || problems.length === 0) continue
  console.log(`✗ ${name}: ${problems.join('; ')}`)
  process.exitCode = 1
}
if (values.json) {
  const figures = Object.fromEntries(columns.map(({ name, seen }) => [name, seen]))
  await writeFile(values.json, `${JSON.stringify({ runs, most, machine, contenders: figures }, null, 2)}\n`)
}
