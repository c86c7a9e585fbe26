/** Which tests run where: in Node, in a simulated DOM, and with a real browser. */
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const browserTests = '**/*.browser.test.ts'

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // PGlite is compiled for each file of tests: not twice, for a speed that a file never lives to see.
          execArgv: ['--liftoff-only'],
          // Files share what they import, so nobody may change it. Not those of a client's bridge, which reads the page as it is imported.
          isolate: false,
          // A hang is found all the same; what has to be fast says so itself.
          testTimeout: 30_000,
          hookTimeout: 120_000,
          include: [
            'packages/{core,api,web,embed,server}/test/**/*.test.ts',
            'examples/*/test/**/*.test.ts',
            'scripts/test/**/*.test.ts',
          ],
          exclude: [browserTests],
        },
      },
      {
        test: {
          name: 'bridge',
          environment: 'node',
          include: ['packages/{vk,emulator}/test/**/*.test.ts'],
          exclude: [browserTests],
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles: ['packages/widgets/test/let-effects-end.ts'],
          include: ['packages/widgets/test/**/*.test.{ts,tsx}'],
          exclude: [browserTests],
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          execArgv: ['--liftoff-only'],
          isolate: false,
          include: ['{packages,examples}/*/test/**/*.browser.test.ts', 'scripts/test/**/*.browser.test.ts'],
          // What a server renders comes with its style sheet.
          css: true,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
