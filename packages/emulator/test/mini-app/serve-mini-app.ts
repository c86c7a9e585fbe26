import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const here = (name: string) => readFileSync(new URL(name, import.meta.url))
const bridge = readFileSync(fileURLToPath(import.meta.resolve('@vkontakte/vk-bridge/dist/browser.min.js')))
const bridge2 = readFileSync(fileURLToPath(import.meta.resolve('vk-bridge-2/dist/browser.min.js')))

/** A mini app with the unmodified vk-bridge 3, and under `/two/` with 2.15, on another site than the emulator's `localhost`. */
export async function serveMiniApp(): Promise<{ app: string; feed: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app')
    const isScript = pathname.endsWith('/vk-bridge.js')
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    if (isScript) response.end(pathname.startsWith('/two/') ? bridge2 : bridge)
    else response.end(here(pathname === '/feed' ? './feed.html' : './index.html'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    app: `http://127.0.0.1:${port}/`,
    feed: `http://127.0.0.1:${port}/feed`,
    close: () => server.close(),
  }
}
