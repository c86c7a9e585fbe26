import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import type { Listening } from '../../../scripts/listen.ts'
import { serveGuestPage } from './guest/guest-page.ts'

let site: Listening
let browser: Browser
let page: Page
beforeAll(async () => {
  site = await serveGuestPage()
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 360, height: 2000 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${site.url}/plain`)
  await page.locator('vitrina-product-card [part~="price"]').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('a card stands in a post, a row and a grid, and its room before it is drawn is as high', async () => {
  const looks = await page.locator('main').evaluate(async (main) => {
    const found: Record<string, { room: number; height: number; ratio: number; beside: boolean }> = {}
    for (const layout of ['post', 'row', 'grid']) {
      const card = document.createElement('vitrina-product-card')
      card.setAttribute('product', 'mug')
      card.setAttribute('layout', layout)
      main.append(card)
      const room = card.getBoundingClientRect().height
      const find = (one: string) => card.shadowRoot?.querySelector(one)
      while (!find('[part~="price"]')) await new Promise(requestAnimationFrame)
      const [frame, title] = ['.v-frame', '[part~="title"]'].map((one) => find(one)?.getBoundingClientRect())
      if (!frame || !title) throw new Error('A card has a picture and a title')
      found[layout] = {
        room,
        height: card.getBoundingClientRect().height,
        ratio: frame.width / frame.height,
        beside: title.left >= frame.right,
      }
    }
    return found
  })
  expect(looks.post).toMatchObject({ beside: false })
  expect(looks.post?.ratio).toBeCloseTo(4 / 3, 1)
  expect(looks.row).toMatchObject({ ratio: 1, beside: true })
  expect(looks.grid).toMatchObject({ ratio: 1, beside: false })
  expect(looks.row?.height).toBeLessThan(160)
  for (const { room, height } of Object.values(looks)) expect(room).toBe(height)
})

test('a link that the page puts into a card is tapped by itself, the rest of the card opens the product', async () => {
  await page.locator('main').evaluate((main) => {
    const card = document.createElement('vitrina-product-card')
    card.setAttribute('product', 'mug')
    card.id = 'slotted'
    const badge = document.createElement('b')
    badge.slot = 'badge'
    badge.textContent = 'New'
    const link = document.createElement('a')
    link.slot = 'before-button'
    link.href = '#sizes'
    link.textContent = 'Sizes'
    card.append(badge, link)
    main.append(card)
  })
  const card = page.locator('#slotted')
  await card.locator('[part~="price"]').waitFor()
  await card.getByText('Sizes').click()
  expect(new URL(page.url()).hash).toBe('#sizes')
  expect(await page.locator('vitrina-sheet').count()).toBe(0)
  const [badge, frame] = await Promise.all([
    card.getByText('New', { exact: true }).boundingBox(),
    card.locator('.v-frame').boundingBox(),
  ])
  if (!badge || !frame) throw new Error('Both are seen')
  expect(badge.y).toBeGreaterThan(frame.y)
  expect(badge.y).toBeLessThan(frame.y + 30)
  await page.mouse.click(badge.x + 2, badge.y + 2)
  await page.locator('vitrina-sheet dialog').waitFor()
})
