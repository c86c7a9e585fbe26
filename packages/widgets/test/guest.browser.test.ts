import type { Browser, Page, Route } from 'playwright-core'
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

interface Look {
  width?: number
  height?: number
}

/** Opens a page of somebody else; `complaints` are its errors and whatever its policy forbade. */
async function visit(
  path: string,
  { width = 360, height = 640 }: Look = {},
  delay?: (route: Route) => Promise<void>,
) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.exposeFunction('report', (what: string) => complaints.push(what))
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) => {
    window.report(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample)
  })`)
  if (delay) await page.route(/main\.js|\/main-/, delay)
  await page.goto(`${site.url}${path}`)
  return { page, complaints, buyer: createBuyer(page, page, path) }
}

/** From the card to the placed order. */
async function purchase({ page, buyer }: Awaited<ReturnType<typeof visit>>): Promise<void> {
  await page.getByRole('button', { name: 'Stoneware mug', exact: true }).click()
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
}

const insideOf = (page: Page) => page.locator('body').evaluate(measureWidgets)
const outsideOf = (page: Page) => page.locator('body').evaluate(measurePage)

test('buys under a policy that allows no style and no text as markup, which has nothing to report', async () => {
  const visited = await visit('/strict?locale=ru')
  await purchase(visited)
  expect(visited.complaints).toEqual([])
  await visited.page.close()
})

test('the policy of that test does report', async () => {
  const { page, complaints } = await visit('/strict')
  await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p style="color: red">'
    } catch {
      // Refused, and reported.
    }
    document.body.setAttribute('style', 'color: red')
  })
  await expect.poll(() => complaints.join()).toMatch(/require-trusted-types-for[\s\S]*style-src/)
  await page.close()
})

test('buys on a page that styles everything and changes what arrays do', async () => {
  const visited = await visit('/rude?locale=ru')
  await purchase(visited)
  expect(visited.complaints).toEqual([])
  await visited.page.close()
})

test('looks the same on a page that styles everything', async () => {
  const looks = []
  for (const path of ['/plain', '/rude']) {
    const { page } = await visit(path)
    await page.locator('vitrina-product-card [part~="price"]').waitFor()
    // The place of a widget is the page's; what is in it is not.
    await page.locator('vitrina-product-card').evaluate((card) => {
      Object.assign(card.style, {
        display: 'block',
        inlineSize: '300px',
        border: '0',
        padding: '0',
        float: 'none',
      })
    })
    looks.push(await insideOf(page))
    await page.close()
  }
  expect(looks[1]).toEqual(looks[0])
})

test.each(['/plain', '/rude'])('changes nothing on the page: %s', async (path) => {
  const without = await visit(`${path}?widgets=none`)
  const before = await outsideOf(without.page)
  await without.page.close()
  const visited = await visit(`${path}?locale=ru`)
  await purchase(visited)
  await visited.page.keyboard.press('Escape')
  await visited.page.locator('vitrina-sheet').waitFor({ state: 'detached' })
  expect(await outsideOf(visited.page)).toEqual(before)
  await visited.page.close()
})

test('buys without loading what stands aside, or another language', async () => {
  const { page, ...visited } = await visit('/plain?locale=ru')
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname.split('-')[0] ?? ''))
  await purchase({ page, ...visited })
  expect(scripts).toContain('/ru')
  expect(scripts).not.toContain('/en')
  expect(scripts).not.toContain('/pieces')
  await page.getByRole('button', { name: 'Заказы' }).click()
  await visited.buyer.part('order').waitFor()
  expect(scripts).toContain('/pieces')
  await page.close()
})

test('shows the cart beside its button to a mouse that rests there and to the keyboard, under a strict policy', async () => {
  const { page, complaints, buyer } = await visit('/strict?locale=ru&mini-cart', { width: 800 })
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await page.getByRole('button', { name: 'В корзину' }).click()
  const button = page.locator('vitrina-cart-button [part~="cart-button"]')
  expect(scripts.some((path) => path.includes('mini-cart'))).toBe(false)
  await button.hover()
  const mini = buyer.part('mini-cart')
  await mini.waitFor()
  const [box, under] = [await mini.boundingBox(), await button.boundingBox()]
  expect(box?.y).toBeGreaterThan((under?.y ?? 0) + (under?.height ?? 0))
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(800)
  // From the button to what it opened there is a gap.
  await buyer.part('mini-line').hover()
  await page.waitForTimeout(400)
  expect(await mini.isVisible()).toBe(true)
  await page.mouse.move(700, 600)
  await mini.waitFor({ state: 'detached' })
  await button.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await mini.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await mini.waitFor({ state: 'detached' })
  await page.waitForTimeout(300)
  expect(await mini.count()).toBe(0)
  await page.mouse.move(400, 300)
  await button.hover()
  await buyer.part('checkout').click()
  await buyer.part('place-order').waitFor()
  expect(await buyer.part('summary-line').count()).toBe(1)
  expect(complaints).toEqual([])
  await page.close()
})

test('holds the place of a list that is still fetched', async () => {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const { page } = await visit('/plain?locale=ru')
  await page.route(/\/pieces-/, async (route) => {
    await arrived
    await route.continue()
  })
  await openWholeShop(page)
  const frames = page.locator('vitrina-shop .v-grid .v-frame')
  await frames.nth(2).waitFor()
  const places = async () => [await frames.nth(0).boundingBox(), await frames.nth(2).boundingBox()]
  const before = await places()
  arrive()
  await page.locator('vitrina-shop [part~="price"]').first().waitFor()
  expect(await places()).toEqual(before)
  await page.close()
})

test('a sheet whose code did not come opens on the next tap, and sells', async () => {
  const { page, ...visited } = await visit('/plain?locale=ru')
  await page.route(/\/(page|ru)-/, (route) => route.abort())
  const title = page.getByRole('button', { name: 'Stoneware mug', exact: true })
  await title.click()
  await page.getByText('Не открылось').waitFor()
  await page.unrouteAll()
  await purchase({ page, ...visited })
  await page.close()
})

test('says that a screen did not come, and asks for it again', async () => {
  const { page } = await visit('/plain?locale=ru')
  await page.route(/\/pieces-/, (route) => route.abort())
  await openWholeShop(page)
  const alert = page.getByRole('alert')
  await alert.getByText('Не открылось').waitFor()
  await page.unrouteAll()
  await alert.getByRole('button', { name: 'Повторить' }).click()
  await page.getByRole('searchbox').waitFor()
  expect(await alert.count()).toBe(0)
  await page.close()
})

test('says that there is no connection, and goes on when it is back', async () => {
  const { page, buyer } = await visit('/plain?locale=ru')
  await page.getByRole('button', { name: 'Корзина' }).click()
  await buyer.part('orders').waitFor()
  await page.context().setOffline(true)
  await buyer.part('orders').click()
  await page.getByRole('alert').getByText('Нет связи.').waitFor()
  await page.context().setOffline(false)
  await page.getByText('Заказов пока нет').waitFor()
  await page.close()
})

test('buys where the browser refuses its storage', async () => {
  const visited = await visit('/broken-storage?locale=ru')
  await purchase(visited)
  expect(visited.complaints).toEqual([])
  await visited.page.close()
})

test('a screen fades in, takes taps meanwhile, and does not move where motion is reduced', async () => {
  const { page, buyer } = await visit('/plain')
  await page.getByRole('button', { name: 'Stoneware mug', exact: true }).click()
  await buyer.addToCart()
  /** Goes there, and looks in the next frame what moves and what a tap in the middle of a button would meet. */
  const turn = (part: string, next: string) =>
    page.locator(`vitrina-sheet [part~="${part}"]`).evaluate(async (button, next) => {
      const root = button.getRootNode() as ShadowRoot
      ;(button as HTMLElement).click()
      await new Promise(requestAnimationFrame)
      const there = root.querySelector(`[part~="${next}"]`)
      const { left = 0, top = 0, width = 0, height = 0 } = there?.getBoundingClientRect() ?? {}
      const met = root.elementFromPoint(left + width / 2, top + height / 2)
      const screen = root.querySelector('.v-screen')
      return { moving: screen?.getAnimations().length, isMet: met !== null && met === there }
    }, next)
  expect(await turn('go-to-cart', 'checkout')).toEqual({ moving: 0, isMet: true })
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await turn('back', 'go-to-cart')).toEqual({ moving: 1, isMet: true })
  await page.close()
})

test.each([
  { width: 320, height: 568 },
  { width: 1280, height: 800 },
])('fits a title of sixty characters and a price of millions, without its picture: $width', async (look) => {
  const { page, buyer } = await visit('/plain?locale=ru&shop=odd', look)
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const picture = page.locator('vitrina-product-card img')
  await expect.poll(() => picture.isVisible()).toBe(false)
  const frame = await page.locator('vitrina-product-card .v-frame').boundingBox()
  expect(frame?.height).toBeCloseTo(frame?.width ?? 0, 0)
  const price = buyer.part('price').first()
  expect(await price.textContent()).toMatch(/^9\s999\s999,99\s₽$/)
  expect(await wide()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /^Переподвыподверт/ }).click()
  await buyer.part('description').waitFor()
  expect(await overflowing(page)).toEqual([])
  await buyer.addToCart()
  await buyer.openCart()
  expect(await overflowing(page)).toEqual([])
  await buyer.beginCheckout()
  await buyer.part('delivery').first().waitFor()
  expect(await overflowing(page)).toEqual([])
  expect(await wide()).toBeLessThanOrEqual(0)
  await page.close()
})

test('a card in the HTML is seen without any script', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  })
  const page = await context.newPage()
  await page.goto(`${site.url}/rendered`)
  await page.getByRole('button', { name: 'Add to cart' }).waitFor()
  expect(await page.getByText('₽1,290', { exact: true }).isVisible()).toBe(true)
  const rounded = page.locator('vitrina-product-card [part~="add-to-cart"]')
  expect(await rounded.evaluate((button) => getComputedStyle(button).minHeight)).toBe('44px')
  await context.close()
})

const isAlive = (card: Element) => !card.shadowRoot?.querySelector('link[data-product]')
const shiftsOf = (page: Page) =>
  page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(sum), 200)
  })`)

test('a card in the HTML comes alive as it is, without moving or making anything', async () => {
  const { page, complaints } = await visit('/rendered')
  const card = page.locator('vitrina-product-card')
  const before = await card.boundingBox()
  const article = await page.locator('vitrina-product-card [part~="card"]').elementHandle()
  await expect.poll(() => card.evaluate(isAlive)).toBe(true)
  expect(await card.boundingBox()).toEqual(before)
  expect(await shiftsOf(page)).toBe(0)
  expect(await article?.evaluate((node) => node.isConnected)).toBe(true)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('button', { name: /^In cart: 1/ }).waitFor()
  await page.getByRole('button', { name: 'Stoneware mug', exact: true }).click()
  await page.getByText('Holds 350 ml.').waitFor()
  await page.keyboard.press('Escape')
  // Another product in its place has the looks, too, that went with the server's link.
  await card.evaluate((one) => one.setAttribute('product', 'lamp'))
  const other = card.locator('[part~="title"]', { hasText: 'Desk lamp' })
  await other.waitFor()
  expect(await other.evaluate((title) => getComputedStyle(title).display)).toBe('grid')
  expect(complaints).toEqual([])
  await page.close()
})

test.each([
  ['another language', '/rendered?locale=ru', 'В корзину'],
  ['what the shop has changed since', '/rendered?shop=odd', 'Add to cart'],
])('a card in the HTML is drawn anew for %s, with its looks', async (_, path, label) => {
  const { page, complaints } = await visit(path)
  const card = page.locator('vitrina-product-card')
  await expect.poll(() => card.evaluate((one) => one.shadowRoot?.querySelector('link'))).toBe(null)
  const add = page.getByRole('button', { name: label })
  expect(await add.evaluate((button) => getComputedStyle(button).minHeight)).toBe('44px')
  await add.click()
  await page.getByRole('button', { name: path.includes('ru') ? /^В корзине: 1/ : /^In cart: 1/ }).waitFor()
  expect(complaints.filter((line) => !line.includes('ERR_UNSAFE_PORT'))).toEqual([])
  await page.close()
})

test('a card in the HTML whose picture did not come has an empty frame when it is alive', async () => {
  const { page } = await visit('/rendered?html=odd&shop=odd')
  const card = page.locator('vitrina-product-card')
  await expect.poll(() => card.evaluate(isAlive)).toBe(true)
  await expect.poll(() => card.locator('img').count()).toBe(0)
  const frame = await card.locator('.v-frame').boundingBox()
  expect(frame?.height).toBeCloseTo(frame?.width ?? 0, 0)
  await page.close()
})

test('of many cards in the HTML those far away keep their place and cost nothing else', async () => {
  const { page, complaints } = await visit('/rendered?n=300')
  const aside = () => page.evaluate(countAside)
  await expect.poll(aside).toBeGreaterThan(250)
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  const before = await height()
  expect(before).toBeGreaterThan(300 * 300)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2))
  const middle = page.locator('vitrina-product-card').nth(150)
  await expect.poll(() => middle.evaluate(isAlive)).toBe(true)
  await middle.getByRole('button', { name: 'Add to cart' }).click()
  expect(await aside()).toBeGreaterThan(250)
  expect(await height()).toBeCloseTo(before, -2)
  expect(await shiftsOf(page)).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})

/** Cards of which nothing but their place is there. */
function countAside(): number {
  const cards = [...document.querySelectorAll('vitrina-product-card')]
  return cards.filter((card) => card.shadowRoot?.querySelector('article')?.checkVisibility() === false).length
}

test.each(['Add to cart', 'Stoneware mug'])(
  'a tap on “%s” before the script came is not lost',
  async (name) => {
    const { page, complaints } = await visit('/rendered', {}, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await page.locator('script[src="/loader.js"]').waitFor({ state: 'attached' })
    await page.waitForLoadState('load')
    const button = page.getByRole('button', { name, exact: true })
    await button.click()
    expect(await page.evaluate(() => customElements.get('vitrina-product-card') === undefined)).toBe(true)
    if (name === 'Add to cart') await page.getByRole('button', { name: /^In cart: 1/ }).waitFor()
    else await page.getByText('Holds 350 ml.').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  },
)

test('says that nothing is sold when there is nothing', async () => {
  const { page, complaints } = await visit('/plain?locale=ru&shop=empty')
  await showShop(page)
  await page.getByText('Ничего не нашлось').waitFor()
  expect(complaints).toEqual([])
  await page.close()
})

test('lists ten thousand products page by page, and lets a keyboard out of it', async () => {
  const { page, complaints } = await visit('/plain?locale=ru&shop=full')
  await showShop(page)
  const cards = page.locator('vitrina-shop [part~="card"]')
  await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(24)
  const first = await cards.count()
  expect(first).toBeLessThan(200)
  const more = page.getByRole('button', { name: 'Показать ещё' })
  await more.scrollIntoViewIfNeeded()
  await expect.poll(() => cards.count()).toBeGreaterThan(first)
  await page.evaluate(() => document.body.append(document.createElement('button')))
  await cards.nth(8).getByRole('button').last().focus()
  await page.keyboard.press('Tab')
  await page.locator('.v-rows[aria-busy="false"]').waitFor()
  const reached = await cards.count()
  await cards.last().getByRole('button').last().focus()
  await page.keyboard.press('Tab')
  expect(await more.evaluate((button) => button.matches(':focus'))).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.parentElement?.localName)).toBe('body')
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button')
  expect(await cards.count()).toBe(reached)
  await page.getByRole('searchbox').fill('Article 9999')
  await expect.poll(() => cards.count()).toBe(1)
  expect(complaints).toEqual([])
  await page.close()
})

function openWholeShop(page: Page): Promise<void> {
  return page.evaluate(() => document.body.replaceChildren(document.createElement('vitrina-shop')))
}

/** Puts the whole shop in the place of the page. */
async function showShop(page: Page): Promise<void> {
  await openWholeShop(page)
  await page.getByRole('searchbox').waitFor()
}

/** What reaches over the edge of the sheet, and is not in something that scrolls sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.locator('vitrina-sheet dialog').evaluate((dialog) => {
    const edge = dialog.getBoundingClientRect()
    return [...dialog.querySelectorAll('*')]
      .filter((one) => !one.closest('.v-hidden, .v-chips, .v-gallery'))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left < right && (left < edge.left - 1 || right > edge.right + 1)
      })
      .map((one) => `${one.tagName} ${one.className}`)
  })
}

/** How everything in the widgets' roots looks, with its place in the widget. */
function measureWidgets(body: Element): string[] {
  const lines: string[] = []
  for (const widget of body.querySelectorAll('vitrina-product-card, vitrina-cart-button')) {
    const all = [...(widget.shadowRoot?.querySelectorAll(':not(.v-hidden)') ?? [])]
    const corner = all[0]?.getBoundingClientRect() ?? new DOMRect()
    for (const one of all) {
      const style = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      const place = [box.x - corner.x, box.y - corner.y, box.width, box.height].map(Math.round)
      // The locale is inherited as the page has it; the order of custom properties is nobody's.
      const names = Array.from(style).filter((name) => name !== '-webkit-locale')
      const looks = names.map((name) => `${name}: ${style.getPropertyValue(name)}`).sort()
      lines.push(`${one.tagName}.${one.getAttribute('class')} ${place}`, ...looks)
    }
  }
  return lines
}

/** How everything looks that is the page's own; how large it is, is not, for widgets take room. */
function measurePage(body: Element): string[] {
  const sized = /^(block-size|height|inline-size|width|perspective-origin|transform-origin)$/
  const lines: string[] = []
  for (const one of [
    document.documentElement,
    body,
    ...body.querySelectorAll('header, main, h1, h2, p, a, li'),
  ]) {
    const style = getComputedStyle(one)
    const names = Array.from(style).filter((name) => !sized.test(name))
    lines.push(one.tagName, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`))
  }
  return lines
}
