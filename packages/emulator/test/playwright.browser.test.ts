import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { type EmulatedSetup, emulate } from '../src/playwright.ts'
import { serveMiniApp } from './mini-app/serve-mini-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
let mini: Awaited<ReturnType<typeof serveMiniApp>>
let browser: Browser

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: folder } })
  mini = await serveMiniApp()
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  mini?.close()
  rmSync(folder, { recursive: true })
})

async function open(setup: EmulatedSetup) {
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  const vk = await emulate(page, { serve: { app: mini.app, secret: 's', page: folder }, ...setup })
  const call = (method: string, params: object = {}) =>
    appOf(page).evaluate(`window.call('${method}', ${JSON.stringify(params)})`)
  return { page, vk, call }
}

/** The page of the mini app itself. */
function appOf(page: Page) {
  const app = page.frames().find((frame) => frame !== page.mainFrame())
  if (!app) throw new Error('There is no app.')
  return app
}

test('a test plays the user: gives, refuses, pays', async () => {
  const { page, vk, call } = await open({ host: 'vk-android', user: 'timur', language: 'en' })
  expect(await vk.app.locator('#launch').textContent()).toContain('vk_user_id=100002')
  const [given] = await Promise.all([call('VKWebAppGetPhoneNumber'), vk.grantPhone()])
  expect(given).toMatchObject({ value: { phone_number: '79160000202' } })
  const [denied] = await Promise.all([call('VKWebAppGetPhoneNumber'), vk.refusePhone()])
  expect(denied).toMatchObject({ error: { error_data: { error_code: 4 } } })
  const order = { type: 'item', item: 'mug' }
  for (const [how, answer] of [
    ['approve', { value: { success: true } }],
    ['fail', { error: { error_data: { error_code: 13 } } }],
    ['cancel', { error: { error_data: { error_code: 4 } } }],
  ] as const) {
    const [paid] = await Promise.all([call('VKWebAppShowOrderBox', order), vk.pay(how)])
    expect(paid).toMatchObject(answer)
  }
  expect(vk.calls.filter(({ direction }) => direction === 'call').map(({ state }) => state)).toEqual([
    'answered',
    'answered',
    'refused',
    'answered',
    'refused',
    'refused',
  ])
  await vk.close()
  await page.close()
})

test('a test plays the phone: hides, restores, breaks', async () => {
  const { page, vk, call } = await open({
    host: 'vk-ios',
    permissions: { phone: 'granted' },
    deepLink: 'a/b',
  })
  expect(await vk.app.locator('#hash').textContent()).toBe('#a/b')
  expect(await call('VKWebAppGetPhoneNumber')).toHaveProperty('value')
  await vk.hide()
  await expect.poll(() => vk.calls.at(-1)?.method).toBe('VKWebAppViewHide')
  expect(await call('VKWebAppGetPhoneNumber')).toMatchObject({ error: { error_data: { error_code: 9 } } })
  await vk.restore()
  await expect.poll(() => vk.calls.at(-1)?.method).toBe('VKWebAppViewRestore')
  await vk.setFaults(['vk-bridge-133'])
  await appOf(page).evaluate("void window.call('VKWebAppStorageGet', { keys: ['a'] })")
  await expect.poll(() => vk.calls.at(-1)).toMatchObject({ state: 'silent', fault: 'vk-bridge-133' })
  await vk.setFaults([])
  expect(await call('VKWebAppStorageGet', { keys: ['a'] })).toHaveProperty('value')
  await vk.close()
  await page.close()
})
