import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import type { Listening } from '../../../scripts/listen.ts'
import { createBuyer } from '../../../scripts/test/desk/buyer.ts'
import { serveGuestPage } from './guest/guest-page.ts'

let site: Listening
let browser: Browser
beforeAll(async () => {
  site = await serveGuestPage()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test.each([
  { name: 'a phone', width: 360, height: 640 },
  { name: 'a computer that shows everything at 200 %', width: 640, height: 400 },
  { name: 'a computer that shows everything at 400 %', width: 320, height: 256 },
])(
  'a page in Hebrew, which the widgets were taught, mirrors the card, the sheet, the cart and the checkout: $name',
  async (look) => {
    const { name: _, ...viewport } = look
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
    page.setDefaultTimeout(15_000)
    await page.addInitScript(
      `addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl' })`,
    )
    await page.goto(`${site.url}/plain?locale=he`)
    const buyer = createBuyer(page, page, look.name)
    await page.getByRole('button', { name: 'הוספה לסל' }).first().waitFor()
    await page.getByRole('button', { name: 'Stoneware mug', exact: true }).click()
    await buyer.part('description').waitFor()
    expect(await isLeftOf(buyer.part('close'), page.locator('vitrina-sheet .v-heading'))).toBe(true)
    expect(await wrong(page)).toEqual([])
    await buyer.addToCart()
    await buyer.openCart()
    expect(await isLeftOf(buyer.part('increase'), buyer.part('decrease'))).toBe(true)
    expect(await isLeftOf(page.locator('.v-line-words'), page.locator('.v-line .v-frame'))).toBe(true)
    expect(await wrong(page)).toEqual([])
    await buyer.beginCheckout()
    await buyer.part('delivery').first().waitFor()
    expect(await wrong(page)).toEqual([])
    const said = await page.locator('vitrina-sheet dialog').textContent()
    expect(said).toContain('מקבל ההזמנה')
    expect(said).not.toMatch(/Recipient|Place order|[а-яё]/i)
    await page.close()
  },
)

async function isLeftOf(one: Locator, other: Locator): Promise<boolean> {
  const [left, right] = await Promise.all([one.first().boundingBox(), other.first().boundingBox()])
  return left !== null && right !== null && left.x < right.x
}

/** What reaches over the edge of the sheet, or makes the page scroll sideways. */
function wrong(page: Page): Promise<string[]> {
  return page.locator('vitrina-sheet dialog').evaluate((dialog) => {
    const edge = dialog.getBoundingClientRect()
    const over = [...dialog.querySelectorAll('*')]
      .filter((one) => !one.closest('.v-hidden, .v-chips, .v-gallery'))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left < right && (left < edge.left - 1 || right > edge.right + 1)
      })
      .map((one) => `${one.tagName} ${one.className}`)
    return dialog.scrollWidth > dialog.clientWidth ? [...over, 'the sheet scrolls sideways'] : over
  })
}
