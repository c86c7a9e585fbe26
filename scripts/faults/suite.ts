import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../command.ts'

/** What is read of the report of vitest's JSON reporter. */
export interface SuiteReport {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

/** How each test ended, by its file and name. */
export type Results = Map<string, string>

export const suiteDatabases = ['pglite', 'postgres', 'distributed'] as const

export interface SuiteOptions {
  /** Files or folders; all tests of the server when left out. */
  files?: string[]
  print?: (line: string) => void
}

/** Runs the server's tests on one data base after the other: each must pass on each, and there must be no others. */
export async function runSuite({ files = ['packages/server/test'], print = () => {} }: SuiteOptions = {}) {
  const all: Results[] = []
  for (const database of suiteDatabases) {
    const started = Date.now()
    const report = await reportOn(database, files)
    const results: Results = report ? resultsOf(report, database) : new Map()
    const passed = [...results.values()].filter((status) => status === 'passed').length
    print(
      `  ${database}: ${passed} of ${results.size} passed, ${Math.round((Date.now() - started) / 1000)} s`,
    )
    for (const reason of report ? reasonsIn(report) : []) print(`  ✗ ${reason}`)
    all.push(results)
  }
  return { tests: all[0]?.size ?? 0, problems: differences(all) }
}

/** What did not pass everywhere, each with how it ended where; a suite of no tests is a problem as well. */
export function differences(all: readonly Results[]): string[] {
  const names = [...new Set(all.flatMap((results) => [...results.keys()]))]
  if (names.length === 0) return ['no test was run']
  const ends = (name: string) => all.map((results) => results.get(name) ?? 'not run')
  return names
    .filter((name) => ends(name).some((end) => end !== 'passed'))
    .map(
      (name) =>
        `${name}: ${ends(name)
          .map((end, index) => `${suiteDatabases[index]} ${end}`)
          .join(', ')}`,
    )
}

export function resultsOf(report: SuiteReport, database: string): Results {
  const results: Results = new Map()
  for (const { name: file, status, assertionResults } of report.testResults) {
    // A file that cannot be loaded has no tests to fail.
    if (assertionResults.length === 0) results.set(file, status)
    for (const { fullName, status } of assertionResults) {
      const name = fullName.startsWith(`${database} `) ? fullName.slice(database.length + 1) : fullName
      results.set(`${file} ${name}`, status)
    }
  }
  return results
}

/** Why tests failed. */
function reasonsIn({ testResults }: SuiteReport): string[] {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages = [] }) => `${fullName}: ${failureMessages.join('\n')}`),
  )
}

async function reportOn(database: string, files: string[]): Promise<SuiteReport | null> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-suite-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=json', `--outputFile.json=${file}`]
  await runCommand(
    'vitest',
    ['run', '--config', 'scripts/vitest.config.ts', '--project=node', ...reporters, ...files],
    { env: { VITRINA_TEST_DATABASES: database } },
  )
  const report = await readFile(file, 'utf8').then(
    (text): SuiteReport => JSON.parse(text),
    () => null,
  )
  await rm(folder, { recursive: true, force: true })
  return report
}
