import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { rootFolder } from '../workspace.ts'
import type { MutationGroup } from './groups.ts'
import type { Mutant } from './score.ts'

type Tried = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

/** What ran to no end or ended in an error of its own was noticed; what could not be compiled says nothing. */
const noticed = new Set<Tried['status']>(['Killed', 'Timeout'])
const counted = new Set<Tried['status']>(['Killed', 'Timeout', 'Survived', 'NoCoverage'])

/** Tries the mutants of a group in a copy of the workspace; fates of earlier runs are kept where nothing changed. */
export async function mutateGroup(
  { name, files, tests }: MutationGroup,
  { again, concurrency }: { again: boolean; concurrency: number },
): Promise<Mutant[]> {
  const stryker = new Stryker({
    configFile: 'scripts/mutate/stryker.config.json',
    mutate: files,
    testFiles: tests,
    incrementalFile: `.cache/mutate/${name}.json`,
    force: again,
    concurrency,
  })
  const tried = await stryker.runMutationTest()
  return Promise.all(tried.filter(({ status }) => counted.has(status)).map(mutantOf))
}

async function mutantOf({ fileName, location, replacement, status }: Tried): Promise<Mutant> {
  const { start, end } = location
  const lines = (await readFile(fileName, 'utf8')).split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  const was = lines.map((line, at) =>
    line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined),
  )
  return {
    file: relative(rootFolder, fileName),
    line: start.line,
    was: short(was.join(' ')),
    became: short(replacement ?? ''),
    noticed: noticed.has(status),
  }
}

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}
