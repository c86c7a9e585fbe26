import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { findFreePorts } from '../../bootstrap/ports.mjs'
import { launchBrowser } from '../../browser.ts'
import { type Stack, startStack } from '../../stack.ts'

export interface Desk {
  stack: Stack
  browser: Browser
  /** The emulator's page in a browser of its own, as the panel's settings in its address say. */
  open(setup: Record<string, string>, options?: DeskPageOptions): Promise<DeskPage>
  close(): Promise<void>
}

export interface DeskPageOptions extends BrowserContextOptions {
  /** Leaves the other one of the two an empty page, which takes no time. */
  only?: 'feed' | 'app'
}

export interface DeskPage {
  page: Page
  feed: FrameLocator
  app: FrameLocator
  /** Errors of the page and of everything in it. */
  complaints: string[]
}

/** Everything that `npm start` runs, built, over an empty data folder, and a browser in front of it. */
export async function startDesk(launch: () => Promise<Browser> = launchBrowser): Promise<Desk> {
  const data = mkdtempSync(join(tmpdir(), 'vitrina-desk-'))
  const stack = await startStack({ port: await findFreePorts(), data, built: true })
  const browser = await launch()
  return {
    stack,
    browser,
    async open(setup, { only, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'ru-RU',
        reducedMotion: 'reduce',
        ...options,
      })
      if (only) {
        const other = stack.urls[only === 'feed' ? 'app' : 'feed']
        await context.route(`${other}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
      }
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(error.error().message))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      const query = new URLSearchParams({ lang: 'ru', scheme: 'light', phone: 'granted', ...setup })
      await page.goto(`${stack.urls.emulator}/?${query}`)
      return {
        page,
        feed: page.frameLocator('iframe.feed-frame'),
        app: page.frameLocator('.screen iframe'),
        complaints,
      }
    },
    async close() {
      await browser.close()
      await stack.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
