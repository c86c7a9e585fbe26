/** Starts everything that a newcomer sees: the emulator's page, the server, the mini app and the feed. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emulatorDevServer } from '../packages/emulator/src/dev-server.ts'
import { serve as serveEmulator } from '../packages/emulator/src/index.ts'
import { root } from './bootstrap/prepare.mjs'
import { type Addresses, addressesFrom } from './stack/addresses.ts'
import { buildPage } from './stack/build-page.ts'
import { serveBuiltExample, startExamplePage } from './stack/example-page.ts'
import { testSecret } from './stack/secret.ts'
import { startServerProcess } from './stack/server-process.ts'

export interface StackOptions {
  /** The first of the consecutive ports. */
  port: number
  /** The folder of the data base and the secret, from the workspace's root. */
  data: string
  /** Whether pages are built, as they are published, or served from the sources. */
  built?: boolean
}

export interface Stack {
  urls: Addresses
  secret: string
  appId: string
  /** Resolves with a part's last words if that part ends by itself. */
  failed: Promise<string>
  close(): Promise<void>
}

/** All parts, or none: when one does not start, the others are ended before this rejects. */
export async function startStack({ port, data, built = false }: StackOptions): Promise<Stack> {
  const urls = addressesFrom(port)
  const folder = resolve(fileURLToPath(root), data)
  const secret = testSecret(folder)
  const appId = '51234567'
  const server = startServerProcess({ addresses: urls, data: folder, secret, appId })
  const startExample = (name: string, address: string) =>
    built
      ? serveBuiltExample(name, address, urls.server, join(folder, name))
      : startExamplePage(name, address, urls.server)
  const startEmulator = async () => {
    const options = { port, nativePort: port + 4, app: urls.app, feed: urls.feed, secret, appId }
    if (!built) return emulatorDevServer(options)
    const page = join(folder, 'emulator')
    await buildPage('packages/emulator', page)
    return serveEmulator({ ...options, page })
  }
  const starting = [
    server,
    startExample('vk-shop', urls.app),
    startExample('feed', urls.feed),
    startEmulator(),
  ]
  const close = async () => {
    const parts = await Promise.allSettled(starting)
    await Promise.all(parts.map((part) => part.status === 'fulfilled' && part.value.close()))
  }
  try {
    await Promise.all(starting)
    return { urls, secret, appId, failed: (await server).failed, close }
  } catch (error) {
    await close()
    throw error
  }
}
