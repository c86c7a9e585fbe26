import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import type { Listening } from '../../../scripts/listen.ts'
import { serveGuestPage } from './guest/guest-page.ts'
import { drag, type Place, straight } from './touch.ts'

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

/** A phone with a product of three pictures in the feed. */
async function openPhone({ path = '/strict', rtl = false, device = false } = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  if (rtl)
    await page.addInitScript(
      `addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl' })`,
    )
  await page.goto(`${site.url}${path}?shop=pictured${device ? '&device' : ''}`)
  const sheet = page.locator('vitrina-sheet')
  const open = async () => {
    await page.getByRole('button', { name: 'Felt cap' }).tap()
    await page.getByRole('button', { name: 'Picture 1 of 3' }).waitFor()
  }
  return { page, sheet, open, complaints, close: () => context.close() }
}

const topOf = (page: Page) =>
  page.locator('vitrina-sheet dialog').evaluate((dialog) => dialog.getBoundingClientRect().top)

test('a finger pulls the sheet down: far or quickly it closes, else it goes back', async () => {
  const { page, sheet, open, complaints, close } = await openPhone()
  await open()
  const head: Place = [120, 40]
  const top = await topOf(page)
  await drag(page, [straight(head, [120, 100])], 40)
  expect(await topOf(page)).toBe(top)
  expect(await sheet.count()).toBe(1)
  await drag(page, [straight(head, [120, 240])], 40)
  await sheet.waitFor({ state: 'detached' })
  await open()
  await drag(page, [straight([180, 200], [180, 290])], 8)
  await sheet.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await close()
})

test('a finger scrolls and swipes what it is put on, and taps what is in the head', async () => {
  const { page, sheet, open, close } = await openPhone()
  await open()
  await page.getByRole('button', { name: 'Close' }).tap()
  await sheet.waitFor({ state: 'detached' })
  await open()
  await drag(page, [straight([300, 200], [40, 215])])
  const third = page.getByRole('button', { name: 'Picture 2 of 3' })
  await expect.poll(() => third.getAttribute('aria-current')).toBe('true')
  await drag(page, [straight([180, 500], [180, 200])])
  const scrolled = () => sheet.locator('dialog').evaluate((dialog) => dialog.scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(150)
  const before = await scrolled()
  await drag(page, [straight([180, 300], [180, 400])])
  await expect.poll(scrolled).toBeLessThan(before)
  expect(await sheet.count()).toBe(1)
  await close()
})

test('the page behind stays where it was, and each screen of the sheet, too', async () => {
  const { page, sheet, open, close } = await openPhone()
  await page.evaluate(() => {
    Object.assign(document.body.style, { paddingBlock: '900px' })
    document.querySelector('vitrina-product-card')?.scrollIntoView()
  })
  const before = await page.evaluate(() => scrollY)
  await open()
  await page.locator('.v-buy [part~="add-to-cart"]').tap()
  await sheet.locator('dialog').evaluate((dialog) => {
    dialog.scrollTop = 200
  })
  await page.getByRole('button', { name: 'In cart: 1' }).evaluate((button: HTMLElement) => button.click())
  await page.locator('[part~="line"]').waitFor()
  expect(await sheet.locator('dialog').evaluate((dialog) => dialog.scrollTop)).toBe(0)
  await page.getByRole('button', { name: 'Back' }).tap()
  await page.getByRole('button', { name: 'Picture 1 of 3' }).waitFor()
  expect(await sheet.locator('dialog').evaluate((dialog) => dialog.scrollTop)).toBe(200)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => scrollY)).toBe(before)
  await close()
})

test('two fingers enlarge a picture, two taps, too; a swipe shows the next one; Escape leads back to the product', async () => {
  const { page, sheet, open, complaints, close } = await openPhone()
  await open()
  await page.locator('.v-strip').tap()
  const viewer = page.getByRole('dialog', { name: 'Pictures of the product' })
  await viewer.waitFor()
  const image = viewer.locator('img')
  const width = () => image.evaluate((one) => one.getBoundingClientRect().width)
  await expect.poll(width).toBe(360)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('vitrina-sheet').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await drag(page, [straight([160, 300], [100, 300]), straight([200, 300], [260, 300])])
  await expect.poll(width).toBeCloseTo(360 * 4, -1)
  await page.touchscreen.tap(180, 300)
  await page.touchscreen.tap(180, 300)
  await expect.poll(width).toBe(360)
  await page.touchscreen.tap(180, 300)
  await page.touchscreen.tap(180, 300)
  await expect.poll(width).toBe(900)
  const left = () => image.evaluate((one) => one.getBoundingClientRect().left)
  const before = await left()
  await drag(page, [straight([180, 300], [80, 300])])
  expect(await left()).toBeCloseTo(before - 100, 0)
  await viewer.getByRole('button', { name: 'Zoom out' }).click()
  await drag(page, [straight([300, 300], [100, 300])])
  await expect.poll(() => viewer.getByRole('status').textContent()).toBe('Picture 2 of 3')
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })
  expect(await sheet.count()).toBe(1)
  const second = page.getByRole('button', { name: 'Picture 2 of 3' })
  await expect.poll(() => second.getAttribute('aria-current')).toBe('true')
  await page.getByRole('button', { name: 'Enlarge' }).tap()
  await expect.poll(width).toBe(360)
  await drag(page, [straight([180, 250], [180, 420])])
  await viewer.waitFor({ state: 'detached' })
  expect(await sheet.count()).toBe(1)
  expect(complaints).toEqual([])
  await close()
})

test('from right to left the gallery begins at the right', async () => {
  const { page, open, close } = await openPhone({ rtl: true, path: '/plain' })
  await open()
  await page.getByRole('button', { name: 'Picture 3 of 3' }).tap()
  const seen = () =>
    page.locator('.v-strip').evaluate((strip) => {
      const { left, width } = strip.getBoundingClientRect()
      return [...strip.children].findIndex(
        (frame) => Math.abs(frame.getBoundingClientRect().left - left) < width / 2,
      )
    })
  await expect.poll(seen).toBe(2)
  expect(await page.getByRole('button', { name: 'Picture 3 of 3' }).getAttribute('aria-current')).toBe('true')
  await close()
})

test('the device’s back button leads back through the sheet and out of it, and the page keeps its history', async () => {
  const { page, sheet, open, complaints, close } = await openPhone({ device: true })
  await page.evaluate(() => history.replaceState({ own: 'router' }, ''))
  const state = () => page.evaluate<unknown>('history.state')
  const product = page.getByRole('button', { name: 'Picture 1 of 3' })
  await open()
  expect(await state()).toEqual({ own: 'router', vitrina: 1 })
  await page.locator('.v-buy [part~="add-to-cart"]').tap()
  await page.getByRole('button', { name: 'In cart: 1' }).tap()
  await page.locator('[part~="line"]').waitFor()
  await page.goBack()
  await product.waitFor()
  await page.getByRole('button', { name: 'Enlarge' }).tap()
  const viewer = page.getByRole('dialog', { name: 'Pictures of the product' })
  await viewer.waitFor()
  await page.goBack()
  await viewer.waitFor({ state: 'detached' })
  await product.waitFor()
  await page.goForward()
  await product.waitFor()
  await page.goBack()
  await sheet.waitFor({ state: 'detached' })
  expect(await state()).toEqual({ own: 'router' })

  await open()
  await page.getByRole('button', { name: 'In cart: 1' }).tap()
  await page.locator('[part~="line"]').waitFor()
  await page.getByRole('button', { name: 'Back' }).tap()
  await product.waitFor()
  await expect.poll(state).toEqual({ own: 'router', vitrina: 1 })
  await page.getByRole('button', { name: 'In cart: 1' }).tap()
  await page.locator('[part~="line"]').waitFor()
  await page.getByRole('button', { name: 'Close' }).tap()
  await sheet.waitFor({ state: 'detached' })
  await expect.poll(state).toEqual({ own: 'router' })
  expect(complaints).toEqual([])
  await close()
})

test('a keyboard covers neither the field that is typed into nor the button below', async () => {
  const { page, sheet, open, close } = await openPhone({ device: true })
  await open()
  await page.locator('.v-buy [part~="add-to-cart"]').tap()
  await page.getByRole('button', { name: 'In cart: 1' }).tap()
  await page.getByRole('button', { name: 'Check out' }).tap()
  await page.getByRole('radio', { name: /^Courier/ }).check()
  const address = page.getByRole('textbox', { name: 'Address' })
  await address.focus()
  const keyboard = (height: number) =>
    page.evaluate((left) => {
      Object.defineProperty(visualViewport, 'height', { get: () => left, configurable: true })
      visualViewport?.dispatchEvent(new Event('resize'))
    }, 640 - height)
  const place = async (part: string) => {
    const box = await sheet.locator(`[part~="${part}"]`).boundingBox()
    return { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) }
  }
  await keyboard(300)
  const [field, button] = [await place('address'), await place('place-order')]
  expect(button.bottom).toBeLessThanOrEqual(340)
  expect(field.bottom).toBeLessThanOrEqual(button.top)
  expect(field.top).toBeGreaterThan(60)
  await keyboard(0)
  expect((await place('place-order')).bottom).toBeGreaterThan(600)
  await close()
})
