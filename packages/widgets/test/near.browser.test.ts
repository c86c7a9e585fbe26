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
  page = await browser.newPage({ viewport: { width: 360, height: 640 } })
  await page.goto(`${site.url}/plain`)
  await page.locator('vitrina-product-card [part~="price"]').waitFor()
  await page.evaluate(addCards)
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Three hundred below each other, and one in a part of the page that is not shown. */
function addCards(): void {
  const [first] = document.querySelectorAll('vitrina-product-card')
  const hidden = document.createElement('section')
  hidden.hidden = true
  document.body.prepend(hidden)
  for (let index = 0; index <= 300; index += 1) {
    const card = document.createElement('vitrina-product-card')
    card.setAttribute('product', first?.getAttribute('product') ?? '')
    const place = index === 300 ? hidden : document.querySelector('main')
    place?.append(card)
  }
}

const drawn = () =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll('main > vitrina-product-card')]
    const isDrawn = (card: Element | undefined) => !!card?.shadowRoot?.querySelector('[part~="price"]')
    return { last: isDrawn(cards.at(-1)), all: cards.filter(isDrawn).length }
  })

test('of many cards those are drawn that are near', async () => {
  await expect.poll(async () => (await drawn()).all).toBeGreaterThan(1)
  expect((await drawn()).all).toBeLessThan(10)
})

test('a drawn card is exactly as high as its room: a page of a thousand is not laid out anew for a part of a pixel', async () => {
  const heights = await page.evaluate(() => {
    const cards = [...document.querySelectorAll('main > vitrina-product-card')].slice(1)
    return [...new Set(cards.map((card) => card.getBoundingClientRect().height))]
  })
  expect((await drawn()).all).toBeGreaterThan(1)
  expect(heights).toHaveLength(1)
})

test('of many cards several are drawn together when one comes near', async () => {
  const before = (await drawn()).all
  const counts = await page.evaluate(async () => {
    const seen = new Set<number>()
    const cards = [...document.querySelectorAll('main > vitrina-product-card')]
    for (let step = 0; step < 60; step += 1) {
      window.scrollBy(0, 50)
      await new Promise(requestAnimationFrame)
      seen.add(cards.filter((card) => card.shadowRoot?.querySelector('[part~="card"]')).length)
    }
    return [...seen]
  })
  expect(counts.at(-1)).toBeGreaterThan(before + 4)
  expect(counts.length).toBeLessThan((counts.at(-1) ?? 0) - before)
  await page.evaluate(() => window.scrollTo(0, 0))
})

test('one that was hidden is drawn when it is shown', async () => {
  const price = page.locator('section vitrina-product-card [part~="price"]')
  expect(await price.count()).toBe(0)
  await page.evaluate(() => document.querySelector('section')?.removeAttribute('hidden'))
  await price.waitFor()
})

test('those at the end are drawn after a leap, and nothing on the way there', async () => {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expect.poll(async () => (await drawn()).last).toBe(true)
  expect((await drawn()).all).toBeLessThan(20)
})

test('one is drawn that came near while the page stayed as high as it was, soon after the next scroll', async () => {
  await page.evaluate(() => {
    const main = document.querySelector('main')
    if (main) main.style.cssText = 'display: flex; flex-direction: column'
    window.scrollTo(0, 1000)
  })
  const moved = page.locator('main > vitrina-product-card').nth(150)
  expect(await moved.getAttribute('data-drawn')).toBe(null)
  await moved.evaluate((card) => card.setAttribute('style', 'order: -1'))
  await page.evaluate(() => window.scrollTo(0, 0))
  await moved.locator('[part~="price"]').waitFor({ timeout: 5000 })
  await page.evaluate(() => document.querySelector('main')?.removeAttribute('style'))
  await moved.evaluate((card) => card.removeAttribute('style'))
})

test('those are drawn that come near without a scroll, since what stood above is gone', async () => {
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.evaluate(() => {
    const cards = document.querySelectorAll('main > vitrina-product-card')
    for (let index = 1; index < 200; index += 1) cards[index]?.remove()
  })
  await page.locator('main > vitrina-product-card').nth(1).locator('[part~="price"]').waitFor()
})

test('a thousand that come at once have their room, and nothing else; what the page put into one is not seen', async () => {
  const made = await page.evaluate(async () => {
    const cards = Array.from({ length: 1000 }, () => document.createElement('vitrina-product-card'))
    const given = document.createElement('b')
    given.slot = 'badge'
    given.textContent = 'New'
    document.querySelector('main')?.append(...cards)
    // As a parser does, which brings what is inside after the card itself.
    cards.at(-1)?.append(given)
    await new Promise(requestAnimationFrame)
    const heights = cards.map((card) => card.getBoundingClientRect().height)
    return {
      heights: [...new Set(heights)],
      roots: cards.filter(({ shadowRoot }) => shadowRoot).length,
      seen: given.getBoundingClientRect().height,
    }
  })
  const [drawnHeight] = await page.evaluate(() =>
    [...document.querySelectorAll('main > [data-drawn]')].map((card) => card.getBoundingClientRect().height),
  )
  expect(made).toEqual({ heights: [drawnHeight], roots: 0, seen: 0 })
})

test('one that was drawn and is put elsewhere has its room until it is drawn there', async () => {
  const heights = await page.evaluate(async () => {
    window.scrollTo(0, 0)
    const card = document.querySelector('main > [data-drawn]')
    const before = card?.getBoundingClientRect().height
    card?.parentElement?.append(card)
    await new Promise(requestAnimationFrame)
    return [before, card?.getBoundingClientRect().height, card?.hasAttribute('data-drawn')]
  })
  expect(heights).toEqual([heights[0], heights[0], false])
})
