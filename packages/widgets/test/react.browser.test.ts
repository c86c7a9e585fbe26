import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import type { Listening } from '../../../scripts/listen.ts'
import { serveReactPage } from './react/serve-react-page.ts'

let site: Listening
let browser: Browser
beforeAll(async () => {
  site = await serveReactPage()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test.each([
  { where: 'a page in React 19', path: '/' },
  { where: 'a page in VKUI', path: '/?look=vkui' },
])('the elements live in $where: attributes, properties, events, and an end', async ({ path }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(`${site.url}${path}`)
  const card = page.locator('vitrina-product-card')

  await card.getByRole('button', { name: 'Stoneware mug' }).waitFor()
  expect(await card.getAttribute('class')).toBe('in-post')
  await page.getByRole('button', { name: 'Another' }).click()
  await card.getByRole('button', { name: 'Desk lamp' }).waitFor()
  await page.getByRole('button', { name: 'By property' }).click()
  await card.getByRole('button', { name: 'Stoneware mug' }).waitFor()
  expect(await card.getAttribute('product')).toBe('mug')

  await card.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByText('add Stoneware mug, added', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Cart, 1 item' }).click()
  await page.locator('vitrina-sheet').getByText('Stoneware mug').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('add Stoneware mug, added, open cart', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Away' }).click()
  await expect.poll(() => page.locator('vitrina-product-card, vitrina-cart-button').count()).toBe(0)

  expect(complaints).toEqual([])
  await page.close()
})

test('what is taken out of a page is let go of', async () => {
  const page = await browser.newPage()
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Add to cart' }).waitFor()
  await page.evaluate(() => {
    const names = ['vitrina-product-card', 'vitrina-cart-button', 'vitrina-shop']
    const made = names.map((name) => document.createElement(name))
    made[0]?.setAttribute('product', 'mug')
    made[2]?.setAttribute('route', 'product/mug')
    document.body.append(...made)
    Object.assign(window, { left: made.map((one) => new WeakRef(one)) })
  })
  await page.locator('vitrina-shop').getByText('Holds 350 ml.').waitFor()
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('body > :not(#root, script)')) one.remove()
  })
  const left = async () => {
    await page.requestGC()
    return page.evaluate(() => {
      const { left } = window as unknown as { left: WeakRef<Element>[] }
      return left.flatMap((one) => one.deref()?.localName ?? [])
    })
  }
  await expect.poll(left, { timeout: 5000 }).toEqual([])
  await page.close()
})
