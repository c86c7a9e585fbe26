import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'

let vite: ViteDevServer
let browser: Browser
beforeAll(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  vite = await createServer({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  })
  await vite.listen()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await vite?.close()
})

test('the contract runs in a page and says in words that the host keeps it', async () => {
  const page = await browser.newPage()
  await page.goto(vite.resolvedUrls?.local[0] ?? '')
  const report = page.getByText('checks passed')
  await report.waitFor()
  const text = await report.textContent()
  expect(text).toMatch(/plazaHost: (\d+) of \1 checks passed$/)
  expect(text).not.toContain('✗')
})
