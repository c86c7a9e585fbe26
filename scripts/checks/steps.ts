import { runCommand } from '../command.ts'
import { rootFolder } from '../workspace.ts'
import { checkDocs } from './docs.ts'
import { checkFaults } from './faults.ts'
import { checkLayers } from './layers.ts'
import { checkPortableSql } from './portable-sql.ts'
import { checkShape } from './shape.ts'
import { checkSizes } from './sizes.ts'
import { listResult, type Step } from './step.ts'
import { checkTypes } from './type-check.ts'
import { runUnitTests, runVitest } from './vitest.ts'

/** What `npm test` does, quick things first; those of a row at the same time. */
export const rows: Step[][] = [
  [
    { name: 'style', run: checkStyle },
    {
      name: 'layers',
      run: async () => listResult('imports, names and lengths', 1, await checkLayers(rootFolder)),
    },
    {
      name: 'sql',
      run: async () => listResult('the portable subset', 1, await checkPortableSql(rootFolder)),
    },
  ],
  [
    { name: 'types', run: checkTypes },
    { name: 'docs', run: checkDocs },
  ],
  [{ name: 'unit', run: runUnitTests }],
  [{ name: 'faults', run: checkFaults }],
  [
    { name: 'shape', run: checkShape },
    { name: 'size', run: checkSizes },
  ],
  [{ name: 'browser', run: () => runVitest(['browser'], {}, ['--maxWorkers=3']) }],
]

async function checkStyle() {
  const { code, output } = await runCommand('biome', ['ci', '--colors=off'])
  return listResult('biome has nothing to say', 1, code === 0 ? [] : [output])
}
