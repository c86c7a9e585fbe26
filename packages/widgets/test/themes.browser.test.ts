import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import type { Listening } from '../../../scripts/listen.ts'
import { inherit, plain, themeCss, vk } from '../src/themes.ts'
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

const looks = { vk, plain, inherit }

test.each([
  { name: 'vk', scheme: 'light', ground: 'rgb(255, 255, 255)', button: 'rgb(42, 88, 133)' },
  { name: 'vk', scheme: 'dark', ground: 'rgb(25, 25, 26)', button: 'rgb(113, 170, 235)' },
  { name: 'plain', scheme: 'light', ground: 'rgb(255, 255, 255)', button: 'rgb(17, 17, 17)' },
  { name: 'plain', scheme: 'dark', ground: 'rgb(20, 20, 20)', button: 'rgb(242, 242, 242)' },
  { name: 'inherit', scheme: 'light', ground: 'rgb(255, 255, 255)', button: 'rgb(42, 91, 215)' },
] as const)('the theme $name reaches into a card: $scheme', async ({ name, scheme, ground, button }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
  await page.goto(`${site.url}/plain`)
  await page.addStyleTag({ content: `body { font: 21px/1.2 Courier, monospace } ${themeCss(looks[name])}` })
  const card = page.locator('vitrina-product-card')
  await card.evaluate((one, value) => one.setAttribute('data-scheme', value), scheme)
  const add = card.getByRole('button', { name: 'Add to cart' })
  await add.waitFor()
  const grounds = [card.locator('[part="card"]'), add].map((one) =>
    expect.poll(() => one.evaluate((each) => getComputedStyle(each).backgroundColor)),
  )
  await grounds[0]?.toBe(ground)
  await grounds[1]?.toBe(button)
  const typeface = await card
    .locator('[part="card"]')
    .evaluate((one) => `${getComputedStyle(one).fontSize} ${getComputedStyle(one).fontFamily}`)
  if (name === 'inherit') expect(typeface).toMatch(/21px.*Courier/)
  else expect(typeface).toMatch(/15px/)
  await page.close()
})

test.each([
  ['vk', vk],
  ['plain', plain],
] as const)('the theme %s keeps text readable: WCAG 2.2 AA', (_name, { light, dark = {} }) => {
  for (const scheme of [light, { ...light, ...dark }] as Record<string, string>[]) {
    const colour = (what: string) => scheme[`--vitrina-${what}`] ?? ''
    const pairs = [
      ['text', 'surface'],
      ['text', 'soft'],
      ['muted', 'surface'],
      ['muted', 'soft'],
      ['accent', 'surface'],
      ['on-accent', 'accent'],
    ] as const
    for (const [front, back] of pairs) {
      expect(contrast(colour(front), colour(back)), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
