import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { root } from '../bootstrap/prepare.mjs'
import { serveFolder } from '../test/serve-folder.ts'
import { buildPage } from './build-page.ts'

export interface ExamplePage {
  close(): Promise<void>
}

/** Serves an example with Vite, its entry transformed already, so that the first look does not wait or reload. */
export async function startExamplePage(name: string, address: string, server: string): Promise<ExamplePage> {
  const { hostname, port } = new URL(address)
  const folder = fileURLToPath(new URL(`examples/${name}/`, root))
  const vite = await createServer({
    root: folder,
    configFile: `${folder}vite.config.ts`,
    logLevel: 'error',
    clearScreen: false,
    server: { host: hostname, port: Number(port), strictPort: true },
    define: { 'import.meta.env.VITE_VITRINA_URL': JSON.stringify(server) },
  })
  await vite.listen()
  const html = await (await fetch(address)).text()
  for (const [, entry] of html.matchAll(/<script[^>]+src="(\/src\/[^"]+)"/g)) {
    if (entry) await vite.warmupRequest(entry)
  }
  await vite.waitForRequestsIdle()
  return { close: () => vite.close() }
}

/** The same as it would be published: built into a folder, and served from there. */
export async function serveBuiltExample(
  name: string,
  address: string,
  server: string,
  folder: string,
): Promise<ExamplePage> {
  await buildPage(`examples/${name}`, folder, {
    'import.meta.env.VITE_VITRINA_URL': JSON.stringify(server),
  })
  return serveFolder(folder, Number(new URL(address).port))
}
