import type { Browser } from 'playwright-core'
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

test('buys with a phone that is grouped while it is typed and an address that is suggested, under a strict policy', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}/strict?locale=ru&fields=helped`)
  const buyer = createBuyer(page, page, 'fields')
  await page.getByRole('button', { name: 'Stoneware mug', exact: true }).click()
  await buyer.part('description').waitFor()
  await buyer.addToCart()
  await buyer.openCart()
  // What helps to fill in a form comes with the form, and not before.
  expect(scripts.join()).not.toMatch(/mask-phone|suggest-addresses/)
  await buyer.beginCheckout()
  await buyer.part('delivery').first().waitFor()
  await expect.poll(() => scripts.join()).toMatch(/mask-phone/)
  await buyer.part('name').fill('Вера Лугова')

  const phone = buyer.part('phone')
  // One at a time, in the middle as well: the caret stays where the buyer is.
  await phone.pressSequentially('89160000101')
  await expect.poll(() => phone.inputValue()).toBe('+7 916 000-01-01')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('2')
  expect(await phone.inputValue()).toBe('+7 916 002-01-01')
  // As a browser fills it in.
  await phone.fill('8 (916) 000-01-01')
  await expect.poll(() => phone.inputValue()).toBe('+7 916 000-01-01')

  await buyer.part('delivery').first().check()
  const address = buyer.part('address')
  await expect.poll(() => address.getAttribute('role')).toBe('combobox')
  await address.pressSequentially('мира')
  const options = page.getByRole('option')
  await options.first().waitFor()
  for (const box of await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))
    expect(box).toBeGreaterThanOrEqual(44)
  // The list is closed, and not the sheet around it.
  await page.keyboard.press('Escape')
  await options.first().waitFor({ state: 'detached' })
  expect(await page.locator('vitrina-sheet dialog').isVisible()).toBe(true)
  await address.pressSequentially(' 3')
  await options.filter({ hasText: 'ул Мира, д 3' }).click()
  expect(await address.inputValue()).toBe('г Пермь, ул Мира, д 3')
  await page.keyboard.type(', кв. 7')

  await buyer.pay('cash')
  await buyer.consent()
  await page.locator('.v-section[aria-busy="false"]').waitFor()
  await buyer.placeOrder()
  await buyer.sees('Заказ оформлен')
  await buyer.sees(/г Пермь, ул Мира, д 3, кв. 7/)
  await buyer.sees(/\+79160000101/)
  expect(complaints).toEqual([])
  await page.close()
})
