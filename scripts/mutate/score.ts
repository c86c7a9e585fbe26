export interface Mutant {
  file: string
  line: number
  /** The code as it is, and as it was made to be: one line each. */
  was: string
  became: string
  noticed: boolean
}

export interface Counts {
  noticed: number
  all: number
}

export function scoreOf(mutants: readonly Mutant[]): number {
  const { noticed, all } = countsOf(mutants)
  return all === 0 ? 0 : (100 * noticed) / all
}

export function countsByFile(mutants: readonly Mutant[]): Map<string, Counts> {
  const files = [...new Set(mutants.map(({ file }) => file))]
  return new Map(files.map((file) => [file, countsOf(mutants.filter((mutant) => mutant.file === file))]))
}

export function survivorsOf(mutants: readonly Mutant[]): Mutant[] {
  return mutants.filter(({ noticed }) => !noticed)
}

/** ` 97.1 %   34 of 35`, so that lines of it stand below each other. */
export function formatScore({ noticed, all }: Counts): string {
  return `${((100 * noticed) / all).toFixed(1).padStart(5)} % ${String(noticed).padStart(4)} of ${String(all).padStart(3)}`
}

function countsOf(mutants: readonly Mutant[]): Counts {
  return { noticed: mutants.filter(({ noticed }) => noticed).length, all: mutants.length }
}
