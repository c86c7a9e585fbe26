import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../command.ts'
import { startPostgres } from '../postgres.ts'
import type { StepResult } from './step.ts'

/** What is read of the report of vitest's JSON reporter. */
interface Report {
  numTotalTests: number
  numPassedTests: number
  testResults: { name: string; status: string; assertionResults: unknown[] }[]
}

/** Tests without a browser share one PostgreSQL, each file with data bases of its own: starting one takes seconds. */
export async function runUnitTests(): Promise<StepResult> {
  const postgres = await startPostgres()
  try {
    return await runVitest(['node', 'bridge', 'dom'], { VITRINA_TEST_POSTGRES: postgres.url }, [
      '--maxWorkers=2',
    ])
  } finally {
    await postgres.stop()
  }
}

/** Runs projects of scripts/vitest.config.ts. A test that is skipped or cannot be loaded counts as failed. */
export async function runVitest(
  projects: string[],
  env: Record<string, string> = {},
  options: string[] = [],
): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-test-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const chosen = projects.map((name) => `--project=${name}`)
  const { code } = await runCommand(
    'vitest',
    ['run', '--config', 'scripts/vitest.config.ts', ...chosen, ...options, ...reporters],
    {
      live: true,
      env,
    },
  )
  const report = await readFile(file, 'utf8').then(
    (text): Report | null => JSON.parse(text),
    () => null,
  )
  await rm(folder, { recursive: true, force: true })
  return count(code, report)
}

export function count(code: number, report: Report | null): StepResult {
  if (report === null) return { passed: 0, failed: 1, note: 'vitest ended without a report' }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const passed = report.numPassedTests
  const failed = report.numTotalTests - passed + unloaded.length
  const note = [
    `${passed} of ${report.numTotalTests} tests`,
    ...unloaded.map(({ name }) => `  not loaded: ${name}`),
  ]
  // A run can fail beside its tests: an error after the last one, or no test found at all.
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, note: note.join('\n') }
}
