/** Takes the pictures of the README and of the guides from a stack of its own: `npm run screenshot`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPort } from './bootstrap/ports.mjs'
import { launchBrowser } from './browser.ts'
import { takeSteps } from './screenshot/steps.ts'
import { startStack } from './stack.ts'
import { rootFolder } from './workspace.ts'

const file = 'docs/public/screenshot.jpg'
const data = await mkdtemp(join(tmpdir(), 'vitrina-screenshot-'))
const stack = await startStack({ port: readPort(process.argv.slice(2)), data })
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(stack.urls.emulator)
  for (const frame of ['iframe.feed-frame', '.screen iframe']) {
    const part = page.frameLocator(frame).locator('[part~="price"]').first()
    await part.waitFor()
  }
  // Pictures of goods come after the words. The development servers are never quite idle.
  await page.waitForTimeout(2_000)
  await page.screenshot({ path: join(rootFolder, file), type: 'jpeg', quality: 88 })
  await takeSteps(browser, stack.urls.emulator, join(rootFolder, 'docs/public/steps'))
  console.log(`The pictures are in ${file} and docs/public/steps.`)
} finally {
  await browser.close()
  await stack.close()
  await rm(data, { recursive: true, force: true })
}
