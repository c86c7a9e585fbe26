/** Measures `vitrina-server import` of a large feed, on PostgreSQL and on PGlite: `npm run bench:import -- --json FILE`. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../postgres.ts'
import { writeMadeFeed } from './made-feed.ts'
import { type MeasuredProcess, runMeasured } from './measured-process.ts'

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    json: { type: 'string' },
    offers: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    db: { type: 'string', default: 'postgres,pglite' },
  },
})
if (values.help) {
  console.log(`npm run bench:import -- [options]

  --offers 100000       how many the feed has
  --seed 1              the same seed makes the same feed
  --db postgres,pglite  one of them, or both
  --json FILE           writes the figures there

Each import is a process of its own that runs the command a merchant runs: the first into an empty data base, then the
same feed with other prices and stock in one offer of a hundred. PostgreSQL is one of its own with fsync on, and outside
of the process; PGlite is inside. The floor is what saxes takes to parse the file and what the data base takes to insert
the same rows a thousand at a time, together.

Fails over 60 seconds, and on PostgreSQL over 300 MB, for 100 000 offers.`)
  process.exit(0)
}
const [offers, seed] = [Number(values.offers), Number(values.seed)]
const most = { seconds: (60 * offers) / 100_000, bytes: 300e6 }

interface Run extends Omit<MeasuredProcess, 'output'> {
  what: string
  offersPerSecond: number
  ratio: number
  reached: boolean
}

const folder = await mkdtemp(join(tmpdir(), 'vitrina-import-'))
const fresh = join(folder, 'fresh.xml')
const changed = join(folder, 'changed.xml')
await writeMadeFeed(fresh, { offers, seed, changed: 0 })
await writeMadeFeed(changed, { offers, seed, changed: 1 })
const megabytes = (bytes: number) => Math.round(bytes / 1e6)
console.log(
  `${offers} offers, ${megabytes((await stat(fresh)).size)} MB of YML, seed ${seed}; ` +
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`,
)
const read = await floor('read', fresh)
const floors: Record<string, number> = { read }
console.log(`  ${'parsed by saxes'.padEnd(36)}${read.toFixed(1).padStart(6)} s`)
const runs: Run[] = []

async function floor(what: string, argument: string): Promise<number> {
  return Number((await runMeasured(['packages/server/test/floor/floor-import.ts', what, argument])).output)
}

/** `environment` is the command's, `location` the same place for the floor. */
async function measure(kind: string, environment: Record<string, string>, location: object): Promise<void> {
  const importOf = (feed: string) =>
    runMeasured(
      ['packages/server/src/cli.ts', 'import', feed, '--config', 'scripts/bench/import-config.ts'],
      environment,
    )
  const first = await importOf(fresh)
  const second = await importOf(changed)
  const bare = await floor('write', JSON.stringify(location))
  floors[`${kind} write`] = bare
  console.log(`  ${`${kind}: the rows inserted`.padEnd(36)}${bare.toFixed(1).padStart(6)} s`)
  note(`${kind}: into nothing`, first, read + bare, kind === 'postgres')
  note(`${kind}: one in a hundred changed`, second, read + bare, kind === 'postgres')
}

function note(what: string, { output, ...run }: MeasuredProcess, floor: number, limited: boolean): void {
  const reached = run.seconds <= most.seconds && (!limited || run.resident <= most.bytes)
  const ratio = Number((run.seconds / floor).toFixed(2))
  runs.push({ what, ...run, offersPerSecond: Math.round(offers / run.seconds), ratio, reached })
  console.log(
    `  ${reached ? '✓' : '✗'} ${what.padEnd(34)}${run.seconds.toFixed(1).padStart(6)} s (${run.busy.toFixed(1)} of a processor), ` +
      `${Math.round(offers / run.seconds)} offers/s, ${ratio} × the floor, ${megabytes(run.resident)} MB resident ` +
      `(heap ${megabytes(run.heap)}, arrays ${megabytes(run.arrays)})`,
  )
  const [summary = ''] = output.split('\n')
  if (!summary.includes(new Intl.NumberFormat('ru').format(offers))) throw new Error(output)
}

try {
  if (values.db.includes('postgres')) {
    const postgres = await startPostgres()
    await measure('postgres', { DATABASE_URL: postgres.url }, { url: postgres.url }).finally(postgres.stop)
  }
  if (values.db.includes('pglite')) {
    const data = join(folder, 'data')
    await measure('pglite', { DATABASE_URL: '', VITRINA_DATA: data }, { folder: data })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log('PGlite is a data base inside of the process: what is resident there is its memory, too.')
if (values.json) await writeFile(values.json, `${JSON.stringify({ offers, seed, floors, runs }, null, 2)}\n`)
process.exit(runs.every(({ reached }) => reached) ? 0 : 1)
