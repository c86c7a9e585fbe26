import { spawn } from 'node:child_process'
import { rootFolder } from '../workspace.ts'
import type { MutationGroup } from './groups.ts'
import type { Mutant } from './score.ts'

/**
 * Tries the mutants of a group in a process of its own. Fates of an earlier run are kept where neither the code nor the
 * tests have changed, unless all are to be tried `again`.
 */
export async function mutateGroup(
  { name }: MutationGroup,
  { again, concurrency }: { again: boolean; concurrency: number },
): Promise<Mutant[]> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      './scripts/bootstrap/end-with-parent.mjs',
      'scripts/mutate/group-process.ts',
      name,
      String(again),
      String(concurrency),
    ],
    { cwd: rootFolder, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  let mutants: Mutant[] = []
  child.once('message', (message) => {
    mutants = message as Mutant[]
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (mutants.length === 0) throw new Error(`No mutant of ${name} was tried: exit code ${code}.`)
  return mutants
}
