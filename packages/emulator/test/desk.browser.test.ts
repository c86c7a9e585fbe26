import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { vkAuthenticator } from '@vitrina/vk/server'
import type { Browser, Frame, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { emulatorDevServer } from '../src/dev-server.ts'
import { type RunningEmulator, serve } from '../src/index.ts'
import { serveMiniApp } from './mini-app/serve-mini-app.ts'

const secret = 'a-secret-of-the-test'
const authenticate = vkAuthenticator({ secret, appId: 7770000 })
const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
let mini: Awaited<ReturnType<typeof serveMiniApp>>
let emulator: RunningEmulator
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: folder } })
  mini = await serveMiniApp()
  emulator = await serve({ app: mini.app, feed: mini.feed, secret, page: folder, port: 0 })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await emulator?.close()
  mini?.close()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' })
  page = await context.newPage()
  complaints = watch(page)
})

afterEach(async () => {
  await page.context().close()
  expect(complaints).toEqual([])
})

function watch(watched: Page): string[] {
  const found: string[] = []
  watched.on('pageerror', (error) => found.push(error.message))
  watched.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text())
  })
  return found
}

/** Opens the desk, and gives the app once it runs. */
async function open(search = '?lang=ru&scheme=light'): Promise<Frame> {
  await page.goto(emulator.url + search)
  return runningApp()
}

async function runningApp(): Promise<Frame> {
  await page.locator('.status[data-init="running"]').waitFor()
  const frame = await page.locator('.screen iframe').elementHandle()
  const app = await frame?.contentFrame()
  if (!app) throw new Error('There is no app in the phone.')
  return app
}

function send(app: Frame, method: string, params: object = {}): Promise<Record<string, unknown>> {
  return app.evaluate(`window.call(${JSON.stringify(method)}, ${JSON.stringify(params)})`)
}

const launchOf = async (app: Frame) => String(await app.evaluate('location.search'))

test('opens the app on another site, with a launch that lets the user in', async () => {
  const app = await open()
  expect(new URL(app.url()).hostname).toBe('127.0.0.1')
  expect(new URL(page.url()).hostname).toBe('localhost')
  expect(await authenticate(await launchOf(app))).toMatchObject({ value: { buyerId: 'vk:100001' } })
  expect(
    await authenticate(
      new URL(
        page
          .frames()
          .find((frame) => frame.url().includes('/feed'))
          ?.url() ?? '',
      ).search,
    ),
  ).toMatchObject({
    value: { buyerId: 'vk:100001' },
  })
})

test('answers the unmodified bridge in a phone', async () => {
  const app = await open()
  expect(new URL(app.url()).origin).toBe(emulator.native)
  expect(await send(app, 'VKWebAppGetUserInfo')).toMatchObject({ value: { id: 100_001, first_name: 'Вера' } })
  expect(await app.evaluate("window.bridge.supportsAsync('VKWebAppGetPhoneNumber')")).toBe(true)
  expect(await app.evaluate("window.bridge.supportsAsync('VKWebAppScroll')")).toBe(false)
  expect(await send(app, 'VKWebAppGetConfig')).toMatchObject({
    value: { appearance: 'light', app_id: '7770000' },
  })
  expect(await send(app, 'VKWebAppTapticImpactOccurred', { style: 'light' })).toEqual({
    value: { result: true },
  })
  const { value } = await send(app, 'VKWebAppGetLaunchParams')
  const fresh = new URLSearchParams(
    Object.entries(value as object).map(([name, each]) => [name, String(each)]),
  )
  expect(await authenticate(fresh.toString())).toMatchObject({ ok: true })
})

test('asks for the phone number in the phone, with the keyboard too', async () => {
  const app = await open()
  const question = page.getByRole('dialog', { name: 'Приложение просит номер вашего телефона' })
  await app.click('#phone')
  const allow = question.getByRole('button', { name: 'Разрешить' })
  await expect.poll(() => allow.evaluate((button) => button === document.activeElement)).toBe(true)
  await allow.press('Escape')
  await app.locator('#answer', { hasText: '"error_code":4' }).waitFor()
  await app.click('#phone')
  await question.getByRole('button', { name: 'Разрешить' }).click()
  await app.locator('#answer', { hasText: '79160000101' }).waitFor()
  await page.getByRole('group', { name: 'Номер телефона' }).getByRole('radio', { name: 'Отказать' }).check()
  expect(await send(app, 'VKWebAppGetPhoneNumber')).toMatchObject({
    error: { error_data: { error_code: 4 } },
  })
  await page.getByRole('group', { name: 'Номер телефона' }).getByRole('radio', { name: 'Дать' }).check()
  expect(await send(app, 'VKWebAppGetPhoneNumber')).toMatchObject({ value: { phone_number: '79160000101' } })
})

test('keeps the storage of each user through a reload', async () => {
  let app = await open()
  expect(await send(app, 'VKWebAppStorageSet', { key: 'cart', value: 'mug' })).toEqual({
    value: { result: true },
  })
  await page.reload()
  app = await runningApp()
  expect(await send(app, 'VKWebAppStorageGet', { keys: ['cart'] })).toEqual({
    value: { keys: [{ key: 'cart', value: 'mug' }] },
  })
  await page.getByRole('radio', { name: 'Тимур Садыков' }).check()
  await page.waitForURL(/user=timur/)
  await expect.poll(async () => launchOf(await runningApp())).toContain('vk_user_id=100002')
  expect(await send(await runningApp(), 'VKWebAppStorageGet', { keys: ['cart'] })).toEqual({
    value: { keys: [{ key: 'cart', value: '' }] },
  })
})

test('changes the scheme of the app and the feed without a reload', async () => {
  const app = await open()
  const feed = page.frames().find((frame) => frame.url().includes('/feed'))
  const loadedAt = await feed?.evaluate('window.loadedAt')
  const launch = await launchOf(app)
  await page.getByRole('radio', { name: 'Тёмное' }).check()
  await app.locator('#config', { hasText: '"appearance":"dark"' }).waitFor()
  await feed?.locator('#display', { hasText: '#scheme=dark&lang=ru' }).waitFor()
  expect(await feed?.evaluate('window.loadedAt')).toBe(loadedAt)
  expect(await launchOf(app)).toBe(launch)
  expect(page.url()).toContain('scheme=dark')
  await page.reload()
  await (await runningApp()).locator('#config', { hasText: '"appearance":"dark"' }).waitFor()
})

test('puts the place inside the app into the address, and opens it there again', async () => {
  const app = await open()
  await send(app, 'VKWebAppSetLocation', { location: 'product/mug' })
  expect(new URL(page.url()).hash).toBe('#product/mug')
  await page.reload()
  await (await runningApp()).locator('#hash', { hasText: '#product/mug' }).waitFor()
  await page.evaluate("location.hash = 'cart'")
  await expect
    .poll(async () => JSON.stringify(await (await runningApp()).evaluate('window.events')))
    .toContain('"type":"VKWebAppChangeFragment","data":{"location":"cart"}')
})

test('closes the app and opens it again', async () => {
  const app = await open()
  // A little later: the frame is gone before it could answer the test.
  await app.evaluate("void setTimeout(() => window.call('VKWebAppClose', { status: 'success' }), 50)")
  await page.getByRole('button', { name: 'Открыть снова' }).click()
  expect(await send(await runningApp(), 'VKWebAppInit')).toEqual({ value: { result: true } })
})

test('restarts the app with a new launch', async () => {
  const app = await open()
  await app.evaluate('window.first = true')
  await page.getByRole('button', { name: 'Перезапустить' }).click()
  await expect.poll(async () => (await runningApp()).evaluate('window.first ?? false')).toBe(false)
  expect(await authenticate(await launchOf(await runningApp()))).toMatchObject({ ok: true })
})

test('launches wrongly on request, so that a server refuses', async () => {
  expect(await authenticate(await launchOf(await open('?launch=altered')))).toMatchObject({
    error: { code: 'bad-signature' },
  })
  expect(await authenticate(await launchOf(await open('?launch=expired')))).toMatchObject({
    error: { code: 'expired' },
  })
  expect(await authenticate(await launchOf(await open('?launch=duplicate')))).toMatchObject({
    error: { code: 'duplicate' },
  })
})

test('logs each call with its answer, and finds it again', async () => {
  const app = await open('?lang=en&never=VKWebAppShare')
  await send(app, 'VKWebAppStorageSet', { key: 'cart', value: 'mug' })
  await app.evaluate("void window.call('VKWebAppShare')")
  const lines = page.getByRole('region', { name: 'Bridge calls' }).getByRole('listitem')
  await expect.poll(() => lines.count()).toBe(4)
  expect(await lines.allInnerTexts()).toEqual([
    expect.stringMatching(/^VKWebAppShare\s+no answer$/),
    expect.stringMatching(/^VKWebAppStorageSet\s+answered · \d+ ms$/),
    expect.stringMatching(/^VKWebAppUpdateConfig\s+event$/),
    expect.stringMatching(/^VKWebAppInit\s+answered · \d+ ms$/),
  ])
  await page.getByLabel('Search the log').fill('mug')
  expect(await lines.count()).toBe(1)
  await lines.locator('summary').focus()
  await page.keyboard.press('Enter')
  await lines.getByText('"value": "mug"').waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  expect(await lines.count()).toBe(0)
})

test('hears nobody but the app', async () => {
  const app = await open()
  const feed = page.frames().find((frame) => frame.url().includes('/feed'))
  const forged = "({ type: 'vk-connect', handler: 'VKWebAppClose', params: { request_id: 'x' } })"
  await feed?.evaluate(`parent.postMessage(${forged}, '*')`)
  await page.evaluate(`window.postMessage(${forged}, '*')`)
  expect(await send(app, 'VKWebAppInit')).toEqual({ value: { result: true } })
  expect(await page.locator('.log li').filter({ hasText: 'VKWebAppClose' }).count()).toBe(0)
})

test.each(['light', 'dark'] as const)('has no accessibility faults that axe finds, %s', async (scheme) => {
  const app = await open(`?lang=ru&scheme=${scheme}`)
  const faults = async () => {
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  for (const summary of await page.locator('.more summary').all()) await summary.click()
  expect(await faults()).toEqual([])
  await app.click('#phone')
  await page.getByRole('dialog').waitFor()
  expect(await faults()).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 360, height: 640 })
  for (const view of ['Лента', 'Приложение', 'Пульт']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    expect(await faults()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  }
})

test('works the same from the sources', async () => {
  const developing = await emulatorDevServer({ app: mini.app, secret, port: 0 })
  try {
    await page.goto(developing.url)
    expect(await authenticate(await launchOf(await runningApp()))).toMatchObject({ ok: true })
    expect(await page.locator('.feed').count()).toBe(0)
  } finally {
    await developing.close()
  }
})
