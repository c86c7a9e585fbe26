import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vkAuthenticator } from '@vitrina/vk/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator, type Emulator, serve } from '../src/index.ts'

const secret = 'a-secret-of-the-test'
let page: string
let emulator: Emulator

beforeAll(() => {
  page = mkdtempSync(join(tmpdir(), 'emulator-page-'))
  writeFileSync(join(page, 'index.html'), '<title>page</title>')
  emulator = createEmulator({
    app: 'http://127.0.0.1:5173/shop',
    feed: 'http://localhost:5174/',
    secret,
    appId: '42',
    page,
  })
})

afterAll(() => rmSync(page, { recursive: true }))

function post(path: string, body: unknown, origin = 'http://desk.test') {
  return emulator.fetch(
    new Request(`http://desk.test/api/${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}

const launch = { userId: 100_001, host: 'vk-web', language: 'ru' }

test('serves the page, which may frame the app and the feed only', async () => {
  const response = await emulator.fetch(new Request('http://desk.test/'))
  expect(await response.text()).toBe('<title>page</title>')
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain('frame-src http://127.0.0.1:5173 http://localhost:5174')
  expect(policy).toContain("default-src 'self'")
})

test('tells the page what it shows, and keeps the secret', async () => {
  const response = await emulator.fetch(new Request('http://desk.test/api/network'))
  const text = await response.text()
  expect(JSON.parse(text)).toEqual({
    app: 'http://127.0.0.1:5173/shop',
    feed: 'http://localhost:5174/',
    native: null,
    appId: '42',
  })
  expect(text).not.toContain(secret)
})

test('changes the speed of the line, to one that there is', async () => {
  const said: string[] = []
  const line = { origin: 'http://127.0.0.1:5', setSpeed: (speed: string) => void said.push(speed) }
  const slow = createEmulator({ app: 'http://127.0.0.1:5173/', secret, page, native: line })
  const change = async (speed: unknown) => {
    const headers = { 'content-type': 'application/json', origin: 'http://desk.test' }
    const body = JSON.stringify({ speed })
    const request = new Request('http://desk.test/api/speed', { method: 'POST', headers, body })
    return (await slow.fetch(request)).status
  }
  expect([await change('3g'), await change('warp'), await change(undefined)]).toEqual([200, 400, 400])
  expect(said).toEqual(['3g'])
})

test('signs a launch that lets the user in', async () => {
  const response = await post('launch', launch)
  const { query } = (await response.json()) as { query: string }
  expect(await vkAuthenticator({ secret, appId: '42' })(query)).toMatchObject({
    value: { buyerId: 'vk:100001' },
  })
})

test('signs a phone number, an e-mail and a payload', async () => {
  for (const [path, body] of [
    ['field', { userId: 100_001, name: 'phone_number', value: '79160000101' }],
    ['field', { userId: 100_001, name: 'email', value: 'vera@example.org' }],
    ['hash', { userId: 100_001, payload: 'order 1' }],
    ['hash', { userId: 100_001 }],
  ] as const) {
    const response = await post(path, body)
    expect(await response.json()).toMatchObject({ sign: expect.stringMatching(/^[\w-]{43}$/) })
  }
})

test('signs nothing for other pages', async () => {
  for (const origin of ['http://127.0.0.1:5173', 'http://desk.test:81', 'null', 'nonsense']) {
    expect((await post('launch', launch, origin)).status).toBe(403)
  }
  const without = new Request('http://desk.test/api/launch', { method: 'POST', body: JSON.stringify(launch) })
  expect((await emulator.fetch(without)).status).toBe(403)
})

test('refuses what is not a request of the page', async () => {
  expect((await post('launch', 'not json')).status).toBe(400)
  expect((await post('launch', { userId: 0 })).status).toBe(400)
  expect((await post('field', { userId: 1, name: 'address', value: 'x' })).status).toBe(400)
  expect((await post('hash', { userId: 1, payload: 7 })).status).toBe(400)
  expect((await post('nothing', {})).status).toBe(404)
})

test('listens, and says in a sentence why it cannot', async () => {
  const options = { app: 'http://127.0.0.1:1', secret, page }
  const running = await serve({ ...options, port: 0 })
  const port = Number(new URL(running.url).port)
  expect(await (await fetch(running.url)).text()).toBe('<title>page</title>')
  await expect(serve({ ...options, port })).rejects.toThrow(`Port ${port} is taken`)
  await running.close()
  await expect(serve({ ...options, page: join(page, 'nothing'), port: 0 })).rejects.toThrow('not built')
})
