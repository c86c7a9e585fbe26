import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vkAuthenticator } from '@vitrina/vk/server'
import type { Browser, Frame, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { hostNames } from '../src/hosts/emulated-host.ts'
import { findHost, worksOn } from '../src/hosts/find-host.ts'
import { type RunningEmulator, serve } from '../src/index.ts'
import { methods } from '../src/network/method-table.ts'
import { everyCall as allCalls, difference } from './every-call.ts'
import { serveMiniApp } from './mini-app/serve-mini-app.ts'

const { VKWebAppClose: _tested, ...everyCall } = allCalls
const secret = 'a-secret-of-the-test'
const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
let mini: Awaited<ReturnType<typeof serveMiniApp>>
let browser: Browser
let page: Page
const emulators: RunningEmulator[] = []
const bridges = ['3.0', '2.15'] as const

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: folder } })
  mini = await serveMiniApp()
  for (const path of ['', 'two/']) {
    emulators.push(await serve({ app: mini.app + path, secret, page: folder, port: 0 }))
  }
  browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ru-RU',
    // Some builds of Chromium ask a person first, and there is none.
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  for (const emulator of emulators) await emulator.close()
  mini?.close()
  rmSync(folder, { recursive: true })
})

async function open(search: string, bridge: (typeof bridges)[number] = '3.0'): Promise<Frame> {
  await page.goto(`${emulators[bridges.indexOf(bridge)]?.url}/?lang=ru&scheme=light&${search}`)
  await page.locator('.status[data-init="running"]').waitFor()
  const frame = await page.locator('.screen iframe').elementHandle()
  const app = await frame?.contentFrame()
  if (!app) throw new Error('There is no app in the device.')
  return app
}

/** Answers or failures of many calls, made in the app one after another. */
function sendAll(app: Frame, calls: [string, object][]): Promise<Record<string, unknown>> {
  return app.evaluate(`(async (calls) => {
    const answers = {}
    for (const [method, params] of calls) {
      const { value, error } = await window.call(method, params)
      answers[method] = value ?? error
    }
    return answers
  })(${JSON.stringify(calls)})`)
}

for (const bridge of bridges) {
  test.each(hostNames)(`bridge ${bridge} gets what it should from each method of %s`, async (name) => {
    const host = findHost(name)
    const app = await open(`host=${name}&permissions=granted`, bridge)
    const inWebView = await app.evaluate('window.bridge.isWebView()')
    expect(inWebView).toBe(host.transport !== 'frame')
    expect(await vkAuthenticator({ secret })(String(await app.evaluate('location.search')))).toMatchObject({
      ok: true,
    })
    const supported = Object.keys(everyCall).filter(
      (method) => methods[method] && worksOn(host, methods[method]),
    )
    // A client of a phone has no such function, and the bridge of an app waits for ever: nothing to compare.
    const asked = inWebView ? supported : Object.keys(everyCall)
    const answers = await sendAll(
      app,
      asked.map((method) => [method, everyCall[method]?.params ?? {}]),
    )
    const differences = asked.map((method) => {
      const wanted = supported.includes(method)
        ? everyCall[method]?.answer
        : { error_type: 'client_error', error_data: { error_code: 6 } }
      return difference(answers[method], wanted, method)
    })
    expect(differences.filter(Boolean)).toEqual([])
    expect(
      await app.evaluate(`Promise.all(${JSON.stringify(Object.keys(everyCall))}
        .map(async (method) => await window.bridge.supportsAsync(method) && method))`),
    ).toEqual(Object.keys(everyCall).map((method) => supported.includes(method) && method))
  })
}

test.each(hostNames)('refuses in %s what the user refuses', async (name) => {
  const app = await open(`host=${name}&permissions=refused`)
  const asks = ['VKWebAppGetAuthToken', 'VKWebAppShare', 'VKWebAppAllowNotifications', 'VKWebAppJoinGroup']
  const answers = await sendAll(
    app,
    asks.map((method) => [method, everyCall[method]?.params ?? {}]),
  )
  for (const method of asks) {
    expect(answers[method], method).toMatchObject({ error_data: { error_code: 4 } })
  }
})

test.each(['vk-ios', 'vk-android'] as const)('hides and restores the app of %s', async (name) => {
  const app = await open(`host=${name}`)
  await page.evaluate("location.hash = 'product/mug'")
  await page.getByRole('button', { name: 'Свернуть' }).click()
  await page.locator('.screen[data-hidden="true"]').waitFor()
  expect(await sendAll(app, [['VKWebAppGetUserInfo', {}]])).toMatchObject({
    VKWebAppGetUserInfo: { error_type: 'client_error', error_data: { error_code: 9 } },
  })
  await page.getByRole('button', { name: 'Свернуть' }).click()
  await expect
    .poll(async () =>
      (await app.evaluate<{ type: string }[]>('window.events')).map(({ type }) => type).slice(-2),
    )
    .toEqual(['VKWebAppChangeFragment', 'VKWebAppViewRestore'])
  expect(await sendAll(app, [['VKWebAppGetUserInfo', {}]])).toMatchObject({
    VKWebAppGetUserInfo: { id: 100_001 },
  })
})

test('pays on a sheet that a person clicks', async () => {
  const app = await open('host=vk-android')
  const pressed = async (button: string, method: string) => {
    await app.evaluate(`void window.call('${method}', ${JSON.stringify(everyCall[method]?.params)})
      .then((answer) => { window.paid = answer })`)
    await page
      .getByRole('dialog', { name: 'Оплата в приложении' })
      .getByRole('button', { name: button })
      .click()
    await app.waitForFunction('window.paid')
    return app.evaluate('const { paid } = window; window.paid = undefined; paid')
  }
  expect(await pressed('Оплатить', 'VKWebAppOpenPayForm')).toMatchObject({ value: { status: true } })
  expect(await pressed('Отменить', 'VKWebAppOpenPayForm')).toMatchObject({ value: { status: false } })
  expect(await pressed('Оплатить', 'VKWebAppShowOrderBox')).toMatchObject({ value: { success: true } })
  expect(await pressed('Не проходит', 'VKWebAppShowOrderBox')).toMatchObject({
    error: { error_data: { error_code: 13 } },
  })
  expect(await pressed('Отменить', 'VKWebAppShowOrderBox')).toMatchObject({
    error: { error_data: { error_code: 4 } },
  })
})

test('loads the page anew in the middle of a payment, when the panel says so', async () => {
  const app = await open('host=ok-mobile&permissions=granted#order/1')
  await page.getByText('Неисправности').click()
  await page.getByRole('checkbox', { name: 'Страница перезагружается при оплате' }).check()
  expect(page.url()).toContain('faults=vk-bridge-626')
  await app.evaluate('window.before = true')
  await app.evaluate("void window.call('VKWebAppShowOrderBox', { type: 'item', item: 'mug' })")
  // It is another frame afterwards: whoever asks has to find it anew each time.
  const place = async () => {
    const frame = await (await page.locator('.screen iframe').elementHandle())?.contentFrame()
    const found = frame?.evaluate("location.hash + ' ' + window.before").catch(() => 'on its way')
    return Promise.race([found, page.waitForTimeout(1000)])
  }
  await expect.poll(place, { timeout: 20_000 }).toBe('#order/1 undefined')
  await page.locator('.log li', { hasText: 'vk-bridge-626' }).waitFor()
})
