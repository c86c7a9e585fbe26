import fc from 'fast-check'
import { test } from 'vitest'
import { play, story } from './model.ts'

test('several tabs, storage that fails and clocks that jump end in what was tapped, once', async () => {
  await fc.assert(fc.asyncProperty(story, play), { numRuns: 1000, seed: 1 })
}, 60_000)
