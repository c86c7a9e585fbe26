import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { emulatorDevServer } from '../src/dev-server.ts'
import type { RunningEmulator } from '../src/index.ts'
import { emulate } from '../src/playwright.ts'

/** As a template of VK has it: a page, a module, the bridge, and nothing of this project. */
const html = `<!doctype html>
<html lang="ru">
  <head><meta charset="utf-8" /><title>Привет</title><script type="module" src="/main.ts"></script></head>
  <body><h1></h1><button>Подарить</button><output></output></body>
</html>
`
const main = (greeting: string) => `import bridge from '@vkontakte/vk-bridge'

bridge.subscribe(({ detail }) => {
  if (detail.type === 'VKWebAppUpdateConfig') document.body.dataset.scheme = detail.data.appearance
})
bridge.send('VKWebAppInit')
const { first_name } = await bridge.send('VKWebAppGetUserInfo')
document.querySelector('h1')!.textContent = '${greeting}, ' + first_name + '!'
document.querySelector('button')!.onclick = async () => {
  const gift = await bridge.send('VKWebAppShowOrderBox', { type: 'item', item: 'flower' })
  document.querySelector('output')!.textContent = JSON.stringify(gift)
}
`

const folder = mkdtempSync(join(tmpdir(), 'stranger-'))
let vite: ViteDevServer
let emulator: RunningEmulator
let browser: Browser

beforeAll(async () => {
  const bridge = dirname(dirname(fileURLToPath(import.meta.resolve('@vkontakte/vk-bridge'))))
  mkdirSync(join(folder, 'node_modules/@vkontakte'), { recursive: true })
  symlinkSync(bridge, join(folder, 'node_modules/@vkontakte/vk-bridge'), 'dir')
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }')
  writeFileSync(join(folder, 'index.html'), html)
  writeFileSync(join(folder, 'main.ts'), main('Привет'))
  vite = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
    optimizeDeps: { include: ['@vkontakte/vk-bridge'] },
  })
  await vite.listen()
  const address = vite.httpServer?.address()
  const port = typeof address === 'object' ? address?.port : 0
  emulator = await emulatorDevServer({ app: `http://127.0.0.1:${port}`, secret: 's', port: 0 })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await emulator?.close()
  await vite?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['vk-web', 'vk-android', 'ok-mobile'] as const)(
  'a stranger’s mini app lives in %s',
  async (host) => {
    const page = await browser.newPage()
    const vk = await emulate(page, { url: emulator.url, host, language: 'ru', scheme: 'dark' })
    await vk.app.getByRole('heading', { name: 'Привет, Вера!' }).waitFor()
    expect(await vk.app.locator('body').getAttribute('data-scheme')).toBe(
      host === 'ok-mobile' ? null : 'dark',
    )
    await vk.app.getByRole('button', { name: 'Подарить' }).click()
    await vk.pay('approve')
    await vk.app.getByText('"success":true').waitFor()
    await page.close()
  },
)

test('its dev server reloads it in a phone too', async () => {
  const page = await browser.newPage()
  const vk = await emulate(page, { url: emulator.url, host: 'vk-ios', language: 'en' })
  await vk.app.getByRole('heading', { name: 'Привет, Vera!' }).waitFor()
  writeFileSync(join(folder, 'main.ts'), main('Здравствуйте'))
  await vk.app.getByRole('heading', { name: 'Здравствуйте, Vera!' }).waitFor()
  expect(await vk.app.locator('body').evaluate(() => 'webkit' in window)).toBe(true)
  await page.close()
})
