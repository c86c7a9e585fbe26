import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bridgeScript } from '../src/native/bridge-script.ts'
import { injectScript, scriptPath } from '../src/native/inject-script.ts'
import { type NativeProxy, startNativeProxy } from '../src/native/native-proxy.ts'
import { speedScript } from '../src/native/speed-script.ts'

const asked: IncomingMessage[] = []
const upstream = createServer((incoming, outgoing) => {
  asked.push(incoming)
  if (incoming.url === '/away') {
    outgoing.writeHead(302, { location: `${address()}/home` }).end()
  } else if (incoming.url === '/data') {
    outgoing.setHeader('content-type', 'application/json')
    incoming.pipe(outgoing)
  } else {
    outgoing.setHeader('content-type', 'text/html; charset=windows-1251')
    outgoing.setHeader('content-security-policy', "script-src 'nonce-abc='")
    outgoing.end(Buffer.from([...Buffer.from('<!doctype html><head><title>'), 0xcc, 0xe0]))
  }
})
upstream.on('upgrade', (_incoming, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: echo\r\nconnection: Upgrade\r\n\r\n')
  socket.pipe(socket)
})
const address = () => `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`
let proxy: NativeProxy

beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  proxy = await startNativeProxy({ app: `${address()}/shop`, port: 0 })
})
afterAll(async () => {
  await proxy.close()
  upstream.close()
})

test('puts the script first and leaves the other bytes alone', async () => {
  const response = await fetch(`${proxy.origin}/shop?a=b`)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.toString('latin1')).toBe(
    `<!doctype html><head><script src="${scriptPath}" nonce="abc="></script><title>\u00cc\u00e0`,
  )
  expect(asked.at(-1)?.url).toBe('/shop?a=b')
  expect(asked.at(-1)?.headers.host).toBe(new URL(address()).host)
})

test.each([
  ['<html lang="ru"><body>', '<html lang="ru">#<body>'],
  ['<header>', '#<header>'],
  ['<!DOCTYPE html><p>', '<!DOCTYPE html>#<p>'],
  ['<HEAD data-a="1"><script>', '<HEAD data-a="1">#<script>'],
])('finds the beginning of %s', (html, expected) => {
  const script = `<script src="${scriptPath}"></script>`
  expect(injectScript(Buffer.from(html)).toString()).toBe(expected.replace('#', script))
})

test('passes bodies, and redirects to itself', async () => {
  const echo = await fetch(`${proxy.origin}/data`, {
    method: 'POST',
    body: 'the body',
    headers: { origin: proxy.origin },
  })
  expect(await echo.text()).toBe('the body')
  expect(asked.at(-1)?.headers.origin).toBe(address())
  const away = await fetch(`${proxy.origin}/away`, { redirect: 'manual' })
  expect(away.headers.get('location')).toBe(`${proxy.origin}/home`)
})

test('lets bytes through as fast as is said, or not at all', async () => {
  const send = async () => {
    const began = performance.now()
    const response = await fetch(`${proxy.origin}/data`, { method: 'POST', body: 'x'.repeat(10_000) })
    expect(await response.text()).toHaveLength(10_000)
    return performance.now() - began
  }
  proxy.setSpeed('3g')
  expect(await send()).toBeGreaterThan(400 + 200 - 10)
  expect(await (await fetch(proxy.origin + scriptPath)).text()).toContain('("3g", ')
  proxy.setSpeed('offline')
  await expect(send()).rejects.toThrow('fetch failed')
  proxy.setSpeed('full')
  expect(await send()).toBeLessThan(400)
})

test('passes sockets', async () => {
  const { port } = new URL(proxy.origin)
  const echoed = await new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', headers: { connection: 'Upgrade', upgrade: 'echo' } })
    asking.on('upgrade', (_answer, socket) => {
      socket.once('data', (data) => {
        resolve(String(data))
        socket.destroy()
      })
      socket.write('hello')
    })
    asking.on('error', reject)
    asking.end()
  })
  expect(echoed).toBe('hello')
})

test('answers to its own address only', async () => {
  const { port } = new URL(proxy.origin)
  const status = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', headers: { host: 'evil.example' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).end()
  })
  expect(status).toBe(403)
})

test('says in a sentence that the app is not there', async () => {
  const lost = await startNativeProxy({ app: 'http://127.0.0.1:1', port: 0 })
  const response = await fetch(lost.origin)
  expect([response.status, await response.text()]).toEqual([
    502,
    'The mini app does not answer at http://127.0.0.1:1.',
  ])
  await lost.close()
})

test('the script is a program on its own', async () => {
  const response = await fetch(proxy.origin + scriptPath)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  const text = await response.text()
  expect(text).toBe(speedScript('full') + bridgeScript())
  // Without a parent it does nothing.
  const window = { name: 'vitrina:ios', parent: undefined as unknown }
  window.parent = window
  expect(() => new Function('window', text)(window)).not.toThrow()
  expect(Object.keys(window)).toEqual(['name', 'parent'])
})
