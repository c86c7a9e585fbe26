import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import type { Listening } from '../../../scripts/listen.ts'
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

const looks = [
  { locale: 'ru', dir: 'ltr', width: 360, height: 640, scheme: 'light', faults },
  // What names there are is the same in every language.
  { locale: 'he', dir: 'rtl', width: 320, height: 480, scheme: 'dark', faults: async () => [] },
]

test.each(looks)(
  'filters, the terms of a product and its seller are accessible and fit: $locale, $width pixels',
  async ({ locale, dir, scheme, ...viewport }) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${site.url}/strict?locale=${locale}&shop=market`)
    await page.evaluate(
      ([dir = '', scheme = '', lang = '']) => {
        Object.assign(document.documentElement, { dir, lang })
        const shop = document.createElement('vitrina-shop')
        shop.dataset.scheme = scheme
        document.body.style.margin = '0'
        document.body.replaceChildren(shop)
      },
      [dir, scheme, locale],
    )
    const expectSound = async () => {
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(await faults(page)).toEqual([])
    }
    const part = (name: string) => page.locator(`vitrina-shop [part~="${name}"]:visible`)

    await part('filters').click()
    await part('filter-option').nth(1).check()
    await part('filter-option').nth(2).check()
    await part('filter-stock').check()
    await part('filter-price').first().fill('2000')
    await part('filter-price').last().fill('1000')
    await part('problem').waitFor()
    await expectSound()
    await part('filter-price').last().fill('')
    await part('chosen-filter').nth(3).waitFor()
    await expect.poll(() => part('show-products').textContent()).toMatch(/[1-9]/)
    await part('show-products').click()
    expect(await part('filters').evaluate((button) => button.matches(':focus'))).toBe(true)
    await part('sort').selectOption('dear-first')
    await expect.poll(() => part('title').first().textContent()).toBe('Рубашка 18')
    await expectSound()

    await part('title').first().click()
    await part('terms').click()
    await part('returns').waitFor()
    await expectSound()
    await part('to-seller').click()
    await part('card').nth(3).waitFor()
    expect(await part('seller').textContent()).toBe('Северный лён')
    await expectSound()
    await page.close()
    await context.close()
    expect(complaints).toEqual([])
  },
)

/** What axe finds, one line each. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('vitrina-shop').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
