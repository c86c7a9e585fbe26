/** Measures the widgets in a feed against floors on the same page: `npm run bench:feed -- --json FILE`. */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../browser.ts'
import { openTestPglite } from '../data-folder.ts'
import { makeContenders } from './feed/contenders.ts'
import { type Figures, measure, middle } from './feed/measure.ts'
import { serveSite } from './feed/site.ts'

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
})
if (values.help) {
  console.log(`npm run bench:feed -- [options]

  --runs 5      medians are of so many runs
  --only WORD   contenders with that word in their page's name
  --json FILE   writes the figures there

The same feed with 1, 100 and 1 000 products in Chromium, on this machine's loopback: the widgets, and floors that can do nothing but
show a card, count and list what is in the cart. "Slow" is 1.6 Mbit/s, 562 ms a request, and a processor slowed four times; so is the processor
for taps, opening a cart and scrolling.`)
  process.exit(0)
}
const runs = Number(values.runs)
const contenders = (await makeContenders()).filter(({ page }) => page.includes(values.only))
const database = await openTestPglite()
const site = await serveSite(database, contenders)
const browser = await launchBrowser()
const all = new Map<string, Figures[]>()
try {
  for (let run = 1; run <= runs; run += 1) {
    for (const contender of contenders) {
      console.log(`run ${run} of ${runs}: ${contender.name}`)
      all.set(contender.name, [...(all.get(contender.name) ?? []), await measure(browser, site, contender)])
    }
  }
} finally {
  await browser.close()
  await site.close()
  await database.close()
}
const medians = Object.fromEntries(
  [...all].map(([name, seen]) => [
    name,
    Object.fromEntries(
      Object.keys(seen[0] ?? {}).map((what) => [what, middle(seen.map((one) => one[what as keyof Figures]))]),
    ),
  ]),
)
console.log(`\nmedians of ${runs} runs, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`)
const columns = Object.entries(medians)
console.log(`| | ${columns.map(([name]) => name).join(' | ')} |\n|${' --- |'.repeat(columns.length + 1)}`)
for (const what of Object.keys(columns[0]?.[1] ?? {})) {
  const cells = columns.map(([, figures]) => {
    const figure = figures[what] ?? 0
    return figure.toFixed(Math.abs(figure) < 10 ? 1 : 0)
  })
  console.log(`| ${what} | ${cells.join(' | ')} |`)
}
if (values.json) await writeFile(values.json, `${JSON.stringify({ runs, medians }, null, 2)}\n`)
