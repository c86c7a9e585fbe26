import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inKilobytes, measureSizes, type Size, sizeTable } from '../size/measure.ts'
import { rootFolder } from '../workspace.ts'
import { listResult, type StepResult } from './step.ts'

export async function checkSizes(): Promise<StepResult> {
  const sizes = await measureSizes()
  const problems = sizes.flatMap(({ what, bytes, budget = bytes }) =>
    bytes > budget ? [`${what}: ${bytes} bytes, more than ${budget}`] : [],
  )
  const stale = staleFigures(await readFile(join(rootFolder, 'README.md'), 'utf8'), sizes)
  const note = `\n${sizeTable(sizes)}`
  const result = listResult(note, sizes.length + 1, [
    ...problems,
    ...(stale.length > 0 ? [stale.join('; ')] : []),
  ])
  return { ...result, note: result.failed > 0 ? `${result.note}${note}` : note }
}

/** The README says how heavy things are; each figure may be off by 0.2 kB before it has to be written anew. */
export function staleFigures(readme: string, sizes: Size[]): string[] {
  const figures = [...readme.matchAll(/\b(\d+\.\d) kB/g)].map((match) => Number(match[1]) * 1000)
  return sizes
    .filter(({ bytes }) => !figures.some((figure) => Math.abs(figure - bytes) <= 250))
    .map(({ what, bytes }) => `README.md does not say ${inKilobytes(bytes)} (${what})`)
}
