import fc from 'fast-check'
import { play, type Story, story } from '../../packages/core/test/model.ts'

export interface ModelOptions {
  runs: number
  seed: number
  print?: (line: string) => void
}

export interface ModelReport {
  /** The smallest story that ends wrongly, if one was found. */
  failure: { story: Story; path: string; reason: string } | null
  steps: number
  seconds: number
}

/** Core's cart and checkout in made-up stories of several tabs; time is told to pass, so many fit in a minute. */
export async function runModel({ runs, seed, print = () => {} }: ModelOptions): Promise<ModelReport> {
  const started = Date.now()
  let played = 0
  let steps = 0
  const property = fc.asyncProperty(story, async (one) => {
    await play(one)
    played += 1
    steps += one.actions.length
    if (played % 5000 === 0) print(`  ${played} stories`)
  })
  const details = await fc.check(property, { numRuns: runs, seed })
  const [counterexample] = details.counterexample ?? []
  const failure =
    details.failed && counterexample
      ? {
          story: counterexample,
          path: details.counterexamplePath ?? '',
          reason: String(details.errorInstance),
        }
      : null
  return { failure, steps, seconds: (Date.now() - started) / 1000 }
}
