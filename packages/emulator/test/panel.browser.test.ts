import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Frame, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { type RunningEmulator, serve } from '../src/index.ts'
import { emulate } from '../src/playwright.ts'
import { serveMiniApp } from './mini-app/serve-mini-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
let mini: Awaited<ReturnType<typeof serveMiniApp>>
let emulator: RunningEmulator
let browser: Browser
let page: Page
let vk: Awaited<ReturnType<typeof open>>

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: folder } })
  mini = await serveMiniApp()
  emulator = await serve({ app: mini.app, feed: mini.feed, secret: 's', page: folder, port: 0 })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await emulator?.close()
  mini?.close()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  await page?.context().close()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  vk = await open()
})

const open = () => emulate(page, { url: emulator.url, host: 'vk-ios', language: 'en', scheme: 'light' })

async function app(): Promise<Frame> {
  await page.locator('.status[data-init="running"]').waitFor()
  const frame = await (await page.locator('.screen iframe').elementHandle())?.contentFrame()
  if (!frame) throw new Error('There is no app.')
  return frame
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const unfold = (name: string) => page.locator('.settings summary', { hasText: name }).click()
const lastCall = () => vk.calls.at(-1)

test('adds a user, who stands in the address', async () => {
  await unfold('A user of your own')
  await page.getByLabel('First and last name').fill('Ян Кей')
  await page.getByLabel('id', { exact: true }).fill('777')
  await page.getByRole('textbox', { name: 'Phone number' }).fill('12')
  await page.getByLabel('Role in the community').selectOption('editor')
  await press('Add')
  await page.getByRole('alert').waitFor()
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+7 999 000-00-00')
  await press('Add')
  await expect.poll(async () => (await app()).evaluate('location.search')).toContain('vk_user_id=777')
  expect(await (await app()).evaluate('location.search')).toContain('vk_viewer_group_role=editor')
  await page.reload()
  expect(await page.getByRole('radio', { name: 'Ян Кей' }).isChecked()).toBe(true)
})

test('shows what is stored, beside the limits, and removes it', async () => {
  const { evaluate } = await app().then((frame) => ({ evaluate: frame.evaluate.bind(frame) }))
  await evaluate("window.call('VKWebAppStorageSet', { key: 'cart', value: 'mug' })")
  await evaluate("window.call('VKWebAppStorageSet', { key: 'seen', value: '1' })")
  await unfold('Storage')
  await page.getByText('2 / 1000 keys').waitFor()
  await page.getByText('3 / 4096').click()
  await press('Remove')
  await page.getByText('1 / 1000 keys').waitFor()
  expect(await evaluate("window.call('VKWebAppStorageGet', { keys: ['cart', 'seen'] })")).toMatchObject({
    value: { keys: [{ value: '' }, { value: '1' }] },
  })
})

test('sends the app to a place in itself', async () => {
  await page.getByLabel('Place in the app').fill('#product/mug')
  await press('Open')
  await expect
    .poll(lastCall)
    .toMatchObject({ method: 'VKWebAppChangeFragment', params: { location: 'product/mug' } })
})

test('opens the keyboard, turns the device, and tells the app', async () => {
  await unfold('Device')
  const config = () => lastCall()?.params as { insets?: { bottom: number } }
  const width = async () => Number(await (await app()).evaluate('innerWidth'))
  await press('Keyboard')
  await expect.poll(() => config().insets?.bottom).toBe(260)
  await press('Keyboard')
  await expect.poll(() => config().insets?.bottom).toBe(20)
  await page.getByLabel('Insets: top, right, bottom, left').fill('47, 0, 34, 0')
  await page.keyboard.press('Enter')
  await expect.poll(() => config().insets).toEqual({ top: 47, right: 0, bottom: 34, left: 0 })
  const upright = await width()
  expect(upright).toBeGreaterThan(350)
  await page.getByRole('radio', { name: '160 %' }).check()
  await expect.poll(width).toBeLessThan(upright * 0.7)
  await page.getByRole('radio', { name: '100 %' }).check()
  await press('On its side')
  await expect.poll(width).toBeGreaterThan(700)
  expect(page.url()).toContain('turned=yes')
})

test('slows the connection of the app, cuts it and mends it', async () => {
  const speed = (name: string) =>
    page
      .getByRole('group', { name: 'The app’s connection' })
      .getByRole('radio', { name, exact: true })
      .check()
  const frame = await app()
  const fetched = async (url: string) =>
    (await frame.evaluate(`(async () => {
      const began = performance.now()
      const came = await fetch('${url}', { mode: 'no-cors' }).then(() => true, () => false)
      return [came, performance.now() - began]
    })()`)) as [came: boolean, milliseconds: number]
  const elsewhere = async () => (await fetched(mini.feed))[1]
  await frame.evaluate(`
    window.heard = []
    for (const name of ['offline', 'online']) addEventListener(name, () => window.heard.push(name))
  `)
  await unfold('Device')
  await speed('3G')
  await expect.poll(elsewhere).toBeGreaterThan(390)
  expect((await fetched('/'))[1]).toBeGreaterThan(390)
  await speed('None')
  await expect.poll(() => frame.evaluate('navigator.onLine')).toBe(false)
  expect((await fetched(mini.feed))[0]).toBe(false)
  expect((await fetched('/'))[0]).toBe(false)
  expect(page.url()).toContain('speed=offline')
  await speed('Full')
  await expect.poll(() => frame.evaluate('window.heard')).toEqual(['offline', 'online'])
  expect((await fetched(mini.feed))[0]).toBe(true)
  expect((await fetched('/'))[0]).toBe(true)
})

test('slows an app in a frame, too, which is opened anew for it', async () => {
  const setup = { url: emulator.url, language: 'en', scheme: 'light' } as const
  vk = await emulate(page, { ...setup, host: 'vk-web', speed: 'slow-4g' })
  const origin = async () => new URL((await app()).url()).origin
  expect(await origin()).toBe(emulator.native)
  expect(await (await app()).evaluate("window.call('VKWebAppGetClientVersion')")).toMatchObject({
    value: { platform: 'web' },
  })
  await vk.setSpeed('full')
  await expect.poll(origin).toBe(new URL(mini.app).origin)
})

test('keeps what has left the app, and sends a call once more', async () => {
  const frame = await app()
  await frame.evaluate("void window.call('VKWebAppShare', { link: 'https://vk.ru/app7770000#mug' })")
  await vk.grant('share')
  await unfold('What has left the app')
  await page.locator('.inbox li', { hasText: 'app7770000#mug' }).waitFor()
  await page.locator('.log summary', { hasText: 'VKWebAppShare' }).click()
  await press('Once more')
  await vk.grant('share')
  await expect.poll(() => vk.calls.filter(({ method }) => method === 'VKWebAppShare').length).toBe(2)
  expect(await page.locator('.inbox li').count()).toBe(2)
})
