/** Breaks the code in small ways and looks whether its tests notice: `npm run mutate`. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { groups } from './mutate/groups.ts'
import { mutateGroup } from './mutate/mutate-group.ts'
import { countsByFile, formatScore, type Mutant, scoreOf, survivorsOf } from './mutate/score.ts'
import { startPostgres } from './postgres.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    json: { type: 'string' },
    again: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
  },
})
const least = 85
if (values.help) {
  console.log(`npm run mutate -- [options] [GROUP…]

  GROUP            ${groups.map(({ name }) => name).join(', ')}; all when left out
  --again          tries every mutant, also those whose code and tests are as they were
  --concurrency 1  so many at once
  --json FILE      writes the mutants and their fates there

Each mutant is one small change to the code: a condition turned round, a text emptied, a statement left out. The tests of
its group run, and at least one of them must fail. Fails when fewer than ${least} % over all are noticed.`)
  process.exit(0)
}
const wanted = groups.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
if (wanted.length === 0) throw new Error(`There is no group ${positionals.join(', ')}.`)

const started = performance.now()
const postgres = await startPostgres()
Object.assign(process.env, { VITRINA_TEST_DATABASES: 'postgres', VITRINA_TEST_POSTGRES: postgres.url })
const all: Mutant[] = []
try {
  for (const group of wanted) {
    console.log(group.name)
    const mutants = await mutateGroup(group, {
      again: values.again,
      concurrency: Number(values.concurrency),
    })
    all.push(...mutants)
    for (const [file, counts] of countsByFile(mutants)) console.log(`  ${formatScore(counts)}  ${file}`)
    for (const { file, line, was, became } of survivorsOf(mutants)) {
      console.log(`      ${file}:${line}  ${was} → ${became}`)
    }
  }
} finally {
  await postgres.stop()
}
const score = scoreOf(all)
const minutes = (performance.now() - started) / 60_000
console.log(
  `${score.toFixed(1)} % of ${all.length} mutants noticed, ${minutes.toFixed(0)} minutes; goal ${least} %`,
)
if (values.json) await writeFile(values.json, `${JSON.stringify(all, null, 2)}\n`)
process.exit(score >= least ? 0 : 1)
