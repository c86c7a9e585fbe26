/** Tests of the packages without a page, for `npm run mutate`: in a copy of the workspace, one mutant after another. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/{core,api,vk,web,server}/test/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
