import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { packPackage } from '../build/pack.ts'
import { buildPackage } from '../build/package.ts'
import { runCommand } from '../command.ts'
import { packages, rootFolder } from '../workspace.ts'
import { serveFolder } from './serve-folder.ts'

const html =
  '<!doctype html><meta charset="utf-8"><script type="module" src="/main.ts"></script><vitrina-product-card>'

const main = `
import { createShop } from '@vitrina/core'
import { memoryHost, memoryMerchant, sampleProducts } from '@vitrina/core/memory'
import { browser } from '@vitrina/widgets/browser'
import { defineElements } from '@vitrina/widgets/elements'

const shop = createShop({ ...browser(), host: memoryHost(), merchant: memoryMerchant() })
const [product] = sampleProducts
if (!product) throw new Error('no sample product')
document.querySelector('vitrina-product-card')?.setAttribute('product', product.id)
document.title = product.title
defineElements(shop)
const launched = await shop.start()
if (!launched.ok) throw new Error(launched.error.code)
`

let project: string

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'vitrina-packed-'))
  await writeProject(project, await packAll(project))
  const { code, output } = await runCommand('pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline'], {
    cwd: project,
  })
  expect(code, output).toBe(0)
}, 300_000)

afterAll(() => rm(project, { recursive: true, force: true }))

test('the published types fit a strict project', async () => {
  const { code, output } = await runCommand('pnpm', ['exec', 'tsc', '-p', '.'], { cwd: project })
  expect(output).toBe('')
  expect(code).toBe(0)
})

test('a project made of the tarballs shows a card in a browser', async () => {
  const built = await runCommand('pnpm', ['exec', 'vite', 'build'], { cwd: project })
  expect(built.code, built.output).toBe(0)
  const site = await serveFolder(join(project, 'dist'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(site.url)
    const title = page.locator('vitrina-product-card [part~="title"]')
    await title.waitFor()
    expect(await title.textContent()).toBe(await page.title())
    await page.locator('vitrina-product-card [part~="price"]').waitFor()
    expect(errors).toEqual([])
  } finally {
    await browser.close()
    await site.close()
  }
})

test.each(['vitrina-server', 'vitrina-emulator'])(
  'the published command %s explains itself',
  async (command) => {
    const { code, output } = await runCommand('pnpm', ['exec', command, '--help'], { cwd: project })
    expect(code, output).toBe(0)
    expect(output).toContain(command)
  },
)

/** Every package as the registry would get it, by name. */
async function packAll(folder: string): Promise<Record<string, string>> {
  const tarballs: Record<string, string> = {}
  await mkdir(join(folder, 'tarballs'))
  for (const one of packages()) {
    await buildPackage(one)
    tarballs[one.manifest.name] =
      `file:./tarballs/${basename(await packPackage(one, join(folder, 'tarballs')))}`
  }
  return tarballs
}

async function writeProject(folder: string, tarballs: Record<string, string>): Promise<void> {
  const { devDependencies } = JSON.parse(await readFile(join(rootFolder, 'package.json'), 'utf8'))
  const { preact, typescript, vite } = devDependencies
  const bridge = JSON.parse(
    await readFile(join(rootFolder, 'packages/vk/package.json'), 'utf8'),
  ).devDependencies
  const files = {
    'package.json': JSON.stringify({
      name: 'a-partner',
      private: true,
      type: 'module',
      dependencies: { ...tarballs, preact, '@vkontakte/vk-bridge': bridge['@vkontakte/vk-bridge'] },
      devDependencies: { typescript, vite },
    }),
    // The tarballs depend on each other by version, and that version is not on any registry yet.
    'pnpm-workspace.yaml': JSON.stringify({
      packages: ['.'],
      overrides: tarballs,
      allowBuilds: { esbuild: true },
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
      },
      files: ['main.ts'],
    }),
    'index.html': html,
    'main.ts': main,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}
