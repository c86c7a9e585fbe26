import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type EmulatedSetup, emulate } from '../../packages/emulator/src/playwright.ts'
import { createBuyer } from '../test/desk/buyer.ts'

/** What each picture of the guide shows: a client, and how far somebody got in it. */
const steps: Record<string, EmulatedSetup & { checkout?: boolean }> = {
  'shop-ios': { host: 'vk-ios' },
  'shop-android-dark': { host: 'vk-android', scheme: 'dark', deepLink: 'product/g:notebook' },
  'shop-ok': { host: 'ok-mobile' },
  checkout: { host: 'vk-ios', deepLink: 'product/g:notebook', checkout: true },
}

/** Takes the pictures of “From a clone to a published mini app”, a device each. */
export async function takeSteps(browser: Browser, url: string, folder: string): Promise<void> {
  for (const [name, { checkout = false, ...setup }] of Object.entries(steps)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' })
    const page = await context.newPage()
    const vk = await emulate(page, {
      url,
      language: 'ru',
      scheme: 'light',
      permissions: 'granted',
      user: 'vera',
      ...setup,
    })
    const buyer = createBuyer(page, vk.app, String(setup.host), () => {})
    await buyer.part('price').first().waitFor()
    if (checkout) {
      await buyer.addToCart()
      await buyer.openCart()
      await buyer.beginCheckout()
      await buyer.contactFromHost()
    }
    // Pictures of goods come after the words.
    await page.waitForTimeout(2_000)
    const device = page.locator('.device')
    await device.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80 })
    await context.close()
  }
}
