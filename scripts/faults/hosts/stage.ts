import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serve as serveEmulator } from '../../../packages/emulator/src/index.ts'
import { launchQuery } from '../../../packages/emulator/src/launch.ts'
import { type Database, migrate, openDatabase, serve } from '../../../packages/server/src/index.ts'
import { vkAuthenticator } from '../../../packages/vk/src/server.ts'
import { findFreePorts } from '../../bootstrap/ports.mjs'
import { launchBrowser } from '../../browser.ts'
import { addressesFrom } from '../../stack/addresses.ts'
import { buildPage } from '../../stack/build-page.ts'
import { serveFolder } from '../../test/serve-folder.ts'
import { faultsConfig, faultsEnvironment, stockUp } from '../target.ts'

/** Where purchases are played: the built mini app in the built emulator, a server of this process, and a browser. */
export interface Stage {
  browser: Browser
  /** The emulator's page. */
  url: string
  /** The built mini app's files. */
  appFolder: string
  /** One of its pages, with the launch parameters of VK for Android, without an emulator around it. */
  appAlone(page: string, userId: number): string
  database: Database
  /** What the server could not do, beyond its answers. */
  faults: unknown[]
  close(): Promise<void>
}

const secret = 'only for the loopback of one machine'
const appId = '51234567'

/** `products` are put up for sale, each with so many pieces; `settings` are those that the mini app is built with. */
export async function buildStage(
  products: Record<string, number>,
  settings: Record<string, string> = {},
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-hosts-'))
  const appFolder = join(folder, 'app')
  const urls = addressesFrom(await findFreePorts())
  const port = (url: string) => Number(new URL(url).port)
  await buildPage('packages/emulator', join(folder, 'emulator'))
  const define = { ...settings, VITE_VITRINA_URL: urls.server, VITE_VITRINA_SHOP: faultsConfig.shop.id }
  await buildPage(
    'examples/vk-shop',
    appFolder,
    Object.fromEntries(
      Object.entries(define).map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
    ),
  )
  const database = await openBooks(join(folder, 'data'))
  await stockUp(database, products)
  const faults: unknown[] = []
  const server = await serve({
    environment: {
      ...faultsEnvironment({ port: port(urls.server), publicUrl: urls.server }),
      origins: [urls.app, urls.native],
    },
    config: { ...faultsConfig, authenticate: { vk: vkAuthenticator({ secret, appId }) } },
    database,
    onError: (error) => faults.push(error),
  })
  if (!server.ok) throw new Error(JSON.stringify(server.error))
  const app = await serveFolder(appFolder, port(urls.app))
  const emulator = await serveEmulator({
    app: urls.app,
    secret,
    appId,
    page: join(folder, 'emulator'),
    port: port(urls.emulator),
    nativePort: port(urls.native),
  })
  const browser = await launchBrowser()
  return {
    browser,
    url: emulator.url,
    appFolder,
    appAlone: (page, userId) =>
      `${urls.app}/${page}?${launchQuery({ userId, host: 'vk-android', language: 'ru' }, { secret, appId, now: Date.now() })}`,
    database,
    faults,
    async close() {
      await browser.close()
      await Promise.all([emulator.close(), app.close(), server.value.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openBooks(folder: string): Promise<Database> {
  const opened = await openDatabase({ folder })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  return opened.value
}
