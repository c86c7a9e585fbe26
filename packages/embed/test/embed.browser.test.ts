import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { ok } from '@vitrina/core'
import { databaseSink, readEnvironment, type Serving, serve } from '@vitrina/server'
import { guestAuthenticator } from '@vitrina/web/server'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scripts/browser.ts'
import { openTestPglite } from '../../../scripts/data-folder.ts'
import { createBuyer } from '../../../scripts/test/desk/buyer.ts'

const rub = (roubles: number) => ({ amount: roubles * 100, currency: 'RUB' })
const points = [{ id: 'p', title: 'Лавка', address: 'Заречная, 12' }]
const shop = {
  id: 'lavka',
  name: 'Лавка',
  currency: 'RUB',
  delivery: [
    { kind: 'courier' as const, id: 'courier', title: 'Курьер', price: rub(350) },
    { kind: 'pickup' as const, id: 'pickup', title: 'Забрать', price: rub(0), points },
  ],
  paymentMethods: ['cash' as const],
}

let script = ''
let site: { url: string; close(): void }
let serving: Serving
let browser: Browser

beforeAll(async () => {
  script = await builtScript()
  site = await servePages()
  serving = await serveShop(site.url)
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await serving?.close()
  site?.close()
})

/** The page as its author writes it: a line, and elements. */
function html(query: string): string {
  return `<!doctype html>
<html lang="ru">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <script type="module" src="/vitrina.js?${query}"></script>
  <h1>Мой дневник</h1>
  <vitrina-cart-button></vitrina-cart-button>
  <vitrina-product-card product="mug"></vitrina-product-card>
</html>`
}

test('a page buys with one line and no build', async () => {
  const { page, complaints } = await visit(`server=${serving.url}&shop=lavka`)
  const buyer = createBuyer(page, page, 'page')
  await page.getByRole('button', { name: 'Кружка «Утро»', exact: true }).click()
  await buyer.part('description').waitFor()
  await buyer.addToCart()
  await buyer.openCart()
  await buyer.beginCheckout()
  await buyer.part('delivery').first().waitFor()
  await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
  await buyer.deliver('pick-up point')
  await buyer.pay('cash')
  await buyer.consent()
  await page.locator('.v-section[aria-busy="false"]').waitFor()
  await buyer.placeOrder()
  await buyer.sees('Заказ оформлен')
  expect(complaints).toEqual([])
  await page.close()
})

test('the page’s own user is vouched for by the page’s own server', async () => {
  const { page, complaints } = await visit(`server=${serving.url}&shop=lavka&launch=/launch`)
  await page
    .getByRole('button', { name: /корзину/i })
    .first()
    .click()
  await expect.poll(() => page.locator('vitrina-cart-button [part~="count"]').textContent()).toBe('1')
  expect(complaints).toEqual([])
  await page.close()
})

test('a tab that lies beside shows what is put into the cart in another one', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const [here, beside] = [await context.newPage(), await context.newPage()]
  for (const page of [here, beside]) await page.goto(`${site.url}/?server=${serving.url}&shop=lavka`)
  const count = (page: Page) => page.locator('vitrina-cart-button [part~="count"]').textContent()
  await beside.locator('vitrina-cart-button').getByRole('button').waitFor()
  // A browser without windows says of every page that it has the focus.
  await beside.evaluate('document.hasFocus = () => false')
  const add = here.getByRole('button', { name: /корзину/i }).first()
  await add.click()
  await expect.poll(() => count(beside)).toBe('1')
  await context.close()
})

test('its own script may have more of the same shop', async () => {
  const query = `server=${serving.url}&shop=lavka`
  const { page } = await visit(query)
  // As text: what stands in a page's own script is not compiled either.
  const count = await page.evaluate(`import('/vitrina.js?${query}').then(async ({ shop }) => {
    await shop.cart.drained()
    return shop.cart.getState().count
  })`)
  expect(count).toBe(0)
  await page.close()
})

test('a wrong address is explained in the console', async () => {
  const { page, complaints } = await visit('shpo=lavka')
  await expect.poll(() => complaints).toHaveLength(1)
  expect(complaints[0]).toContain('Vitrina, in the address of the script: "shpo" is not known there')
  await page.close()
})

async function visit(query: string) {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${site.url}/?${query}`)
  return { page, complaints }
}

/** As it is published: one file. */
async function builtScript(): Promise<string> {
  const configFile = new URL('../vite.config.ts', import.meta.url).pathname
  const result = await build({ configFile, logLevel: 'error', build: { write: false } })
  const [bundled] = [result].flat() as Rolldown.RolldownOutput[]
  const chunks = bundled?.output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])) ?? []
  expect(chunks).toHaveLength(1)
  expect(bundled?.output).toHaveLength(1)
  return chunks[0] ?? ''
}

async function servePages() {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const [type, body] =
      pathname === '/vitrina.js'
        ? ['text/javascript', script]
        : pathname === '/launch'
          ? ['text/plain', 'vera\n']
          : ['text/html', html(search.slice(1))]
    response.setHeader('content-type', `${type}; charset=utf-8`)
    response.end(pathname === '/favicon.ico' ? '' : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page has no port.')
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${address.port}`, close }
}

async function serveShop(origin: string): Promise<Serving> {
  const database = await openTestPglite()
  const sink = databaseSink(database, shop)
  await sink.saveProduct({
    id: 'mug',
    title: 'Кружка «Утро»',
    description: 'Керамика.',
    categoryId: 'cups',
    pictures: [],
    options: [],
    variants: [{ id: 'mug-v', sku: 'mug', price: rub(890), stock: 5, options: {} }],
    attributes: [],
  })
  await sink.flush()
  const environment = readEnvironment({ PORT: '0', VITRINA_ORIGINS: origin, VITRINA_DATA: tmpdir() })
  if (!environment.ok) throw new Error(environment.error.reason)
  const authenticate = {
    guest: guestAuthenticator(),
    // The page's server vouches for whom it knows; how it signs that is held by packages/web.
    page: (value: string) => ok({ buyerId: `page:${value}` }),
  }
  const served = await serve({ environment: environment.value, config: { shop, authenticate }, database })
  if (!served.ok) throw new Error(served.error.code)
  return served.value
}
