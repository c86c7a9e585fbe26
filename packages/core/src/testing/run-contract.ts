import type { Clock } from '../clock.ts'
import type { ContractCheck } from './contract-check.ts'

export interface ContractReport {
  /** Whether every check passed. */
  kept: boolean
  checks: CheckReport[]
  /** The report in words, a line for each check: for a terminal, a log or a page. */
  text: string
}

export interface CheckReport {
  name: string
  /** What was broken; left out when the check passed. */
  problem?: string
}

export interface RunContractOptions {
  /** What the report calls the adapter. */
  name?: string
  /** With a clock, a check that never ends is reported after `patience`; without one it is waited for. */
  clock?: Clock
  /** Milliseconds for each check, 30 000 by default. */
  patience?: number
}

/**
 * Runs a contract over an adapter without a test runner: in Node, in a browser, in a worker. Checks run one after
 * another, each over an adapter of its own; nothing that an adapter does makes this reject.
 *
 * @example
 * const report = await runContract(hostContract, async () => myHost(), { name: 'myHost' })
 * console.log(report.text)
 */
export async function runContract<Subject>(
  contract: (make: () => Promise<Subject>) => ContractCheck[],
  make: () => Promise<Subject>,
  { name = 'the adapter', clock, patience = 30_000 }: RunContractOptions = {},
): Promise<ContractReport> {
  const checks: CheckReport[] = []
  for (const check of contract(make)) {
    const run = problemOf(check)
    const problem = await (clock ? Promise.race([run, tooLong(clock, patience, run)]) : run)
    checks.push({ name: check.name, ...(problem !== undefined && { problem }) })
  }
  return { kept: checks.every(({ problem }) => problem === undefined), checks, text: inWords(name, checks) }
}

async function problemOf({ run }: ContractCheck): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function tooLong(clock: Clock, patience: number, run: Promise<unknown>): Promise<string> {
  return new Promise((resolve) => {
    const cancel = clock.after(patience, () => resolve(`did not end within ${patience} ms`))
    void run.then(cancel)
  })
}

function inWords(name: string, checks: readonly CheckReport[]): string {
  const passed = checks.filter(({ problem }) => problem === undefined).length
  const lines = checks.map(({ name, problem }) =>
    problem === undefined ? `✓ ${name}` : `✗ ${name}\n    ${problem}`,
  )
  return [...lines, `${name}: ${passed} of ${checks.length} checks passed`].join('\n')
}
