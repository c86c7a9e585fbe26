import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { runCommand } from '../command.ts'
import { serveFolder } from '../test/serve-folder.ts'
import { rootFolder } from '../workspace.ts'
import { listResult, type StepResult } from './step.ts'

/** Builds the site of the docs, and tries the widgets of its gallery in a browser. */
export async function checkDocs(): Promise<StepResult> {
  const { code, output } = await runCommand('vitepress', ['build', 'docs'])
  const problems = code === 0 ? await tryGallery() : [output]
  return listResult('the site, and the widgets of its gallery', 1, problems)
}

async function tryGallery(): Promise<string[]> {
  const site = await serveFolder(join(rootFolder, 'docs/.vitepress/dist'))
  const browser = await launchBrowser()
  const problems: string[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.on('pageerror', (error) => problems.push(`gallery: ${error}`))
    await page.goto(`${site.url}gallery.html`)
    await buy(page)
  } catch (error) {
    problems.push(`gallery: ${error}`)
  } finally {
    await browser.close()
    await site.close()
  }
  return problems
}

/** From a card with other attributes to the cart, in both languages. */
async function buy(page: Page): Promise<void> {
  for (const [language, price] of [
    ['ru', '390 ₽'],
    ['en', '₽390'],
  ]) {
    const card = page.locator(`vitrina-${language}-product-card[data-scheme="dark"]`)
    await page.getByLabel('product').fill('mug')
    await card.getByRole('heading').or(card.locator('[part~="title"]')).first().waitFor()
    await page.getByLabel('product').fill('tea')
    await page.getByText('<vitrina-product-card product="tea"></vitrina-product-card>').waitFor()
    await card.locator('[part~="price"]', { hasText: price }).waitFor()
    await card.locator('[part~="add-to-cart"]').click()
    await page.getByText('vitrina-add').first().waitFor()
    await page.locator(`vitrina-${language}-cart-button`, { hasText: '1' }).first().waitFor()
  }
}
