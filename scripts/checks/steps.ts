import { runCommand } from '../command.ts'
import { rootFolder } from '../workspace.ts'
import { checkFaults } from './faults.ts'
import { checkLayers } from './layers.ts'
import { checkPortableSql } from './portable-sql.ts'
import { checkShape } from './shape.ts'
import { checkSizes } from './sizes.ts'
import { listResult, type Step } from './step.ts'
import { checkTypes } from './type-check.ts'
import { runUnitTests, runVitest } from './vitest.ts'

/** What `npm test` does, quick things first. */
export const steps: Step[] = [
  { name: 'style', run: () => one('biome', ['ci', '--colors=off']) },
  {
    name: 'layers',
    run: async () => listResult('imports, names and lengths', 1, await checkLayers(rootFolder)),
  },
  {
    name: 'sql',
    run: async () => listResult('the portable subset', 1, await checkPortableSql(rootFolder)),
  },
  { name: 'types', run: checkTypes },
  { name: 'unit', run: runUnitTests },
  { name: 'faults', run: checkFaults },
  { name: 'shape', run: checkShape },
  { name: 'size', run: checkSizes },
  { name: 'docs', run: () => one('vitepress', ['build', 'docs']) },
  { name: 'browser', run: () => runVitest(['browser'], {}, ['--maxWorkers=2']) },
]

async function one(program: string, args: string[]) {
  const { code, output } = await runCommand(program, args)
  return listResult(`${program} has nothing to say`, 1, code === 0 ? [] : [output])
}
