import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { checkLayers } from '../checks/layers.ts'
import { importsOf } from '../checks/source-files.ts'

test('finds nothing wrong in this workspace', async () => {
  expect(await checkLayers(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([])
})

test.each([
  [
    'a package that imports what it may not',
    'packages/widgets/src/a.ts',
    "import { x } from '@vitrina/api'",
    /may not/,
  ],
  [
    'an emulator that leans on core',
    'packages/emulator/src/a.ts',
    "import { x } from '@vitrina/core'",
    /may not/,
  ],
  ['a server that knows VK', 'packages/server/src/a.ts', "import { x } from '@vitrina/vk/server'", /may not/],
  ['a dynamic import', 'packages/core/src/a.ts', "const x = await import('@vitrina/vk')", /may not/],
  [
    'a path into another package',
    'packages/vk/src/a.ts',
    "import { x } from '../../core/src/x.ts'",
    /past the edge/,
  ],
  [
    'an import of an example',
    'packages/api/test/a.test.ts',
    `import '@vitrina-${'examples'}/feed'`,
    /nothing imports an/,
  ],
  [
    'a path into an example',
    'scripts/a.ts',
    `import '../${'examples'}/feed/src/main.ts'`,
    /nothing imports an example/,
  ],
  [
    'a bridge call outside the adapter',
    'examples/feed/src/a.ts',
    `call('VK${'WebApp'}Init')`,
    /belongs to packages\/vk/,
  ],
  [
    'Node in the browser',
    'packages/widgets/src/a.ts',
    "import { join } from 'node:path'",
    /imports from Node/,
  ],
  ['an unlisted dependency', 'packages/core/src/a.ts', "import { z } from 'zod'", /does not list/],
  ['export *', 'packages/core/src/a.ts', "export * from './cart.ts'", /hides what is exported/],
  ['a default export', 'packages/core/src/a.ts', 'export default 1', /no name of their own/],
  ['a long file', 'packages/core/src/a.ts', 'const a = 1\n'.repeat(251), /251 lines/],
  ['a camel-case name', 'packages/core/src/myCart.ts', '', /kebab-case/],
  ['a vague name', 'packages/core/src/utils.ts', '', /says nothing/],
  ['a vague folder', 'packages/core/src/helpers/cart.ts', '', /says nothing/],
])('refuses %s', async (_what, path, text, expected) => {
  const root = await workspace({ [path]: text })
  const problems = await checkLayers(root)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(expected)
  expect(problems[0]).toContain(path)
})

test('lets a test use the scripts, and no source', async () => {
  const root = await workspace({
    'packages/vk/test/a.test.ts': "import { launchBrowser } from '../../../scripts/browser.ts'",
    'packages/vk/src/a.ts': "import { launchBrowser } from '../../../scripts/browser.ts'",
  })
  expect(await checkLayers(root)).toEqual([expect.stringContaining('packages/vk/src/a.ts')])
})

test('follows imports to where Node is needed', async () => {
  const root = await workspace({
    'packages/vk/src/index.ts': "import { sign } from './sign.ts'",
    'packages/vk/src/sign.ts': "import { createHmac } from 'node:crypto'",
  })
  expect(await checkLayers(root)).toEqual([
    'packages/vk/src/index.ts: runs in a browser, but packages/vk/src/sign.ts imports from Node',
  ])
})

test('refuses a core that compiles against the DOM', async () => {
  const root = await workspace({
    'packages/core/tsconfig.json': '{"compilerOptions":{"lib":["ES2022","DOM"],"types":[]}}',
  })
  expect(await checkLayers(root)).toEqual([expect.stringContaining('core compiles with')])
})

test('reads imports of every form and none from comments', () => {
  const text = `
    /** @example import { a } from 'comment' */
    // import 'comment'
    import type { A } from 'one'
    import {
      b,
    } from "two"
    import 'three'
    export { c } from './four.ts'
    const d = import('five')
    const e = ['--import', 'not this']
  `
  expect(importsOf(text)).toEqual(['one', 'two', 'three', './four.ts', 'five'])
})

async function workspace(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'vitrina-layers-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const manifests = ['core', 'api', 'widgets', 'vk', 'server', 'emulator'].map((name) => [
    `packages/${name}/package.json`,
    '{"dependencies":{"@vitrina/core":"*","@vitrina/api":"*","@vitrina/vk":"*"}}',
  ])
  const all = {
    'packages/core/tsconfig.json': '{"compilerOptions":{"lib":["ES2022"],"types":[]}}',
    ...Object.fromEntries(manifests),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), String(text))
  }
  return root
}
