/**
 * The tests of one group of `npm run mutate`, by a variable: with Stryker's own `testFiles` it takes mutants of a
 * module's constants for ones that come later, and never sees them noticed.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: process.env.VITRINA_MUTATE_TESTS?.split(',') ?? [],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
