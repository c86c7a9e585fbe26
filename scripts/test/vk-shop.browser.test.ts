import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmulatedSetup, emulate } from '../../packages/emulator/src/playwright.ts'
import { moveOrder } from '../../packages/server/src/orders/move-order.ts'
import { readBooks } from '../faults/hosts/books.ts'
import { buildStage, type Stage } from '../faults/hosts/stage.ts'
import { createBuyer } from './desk/buyer.ts'

let stage: Stage
beforeAll(async () => {
  stage = await buildStage(
    { p1: 100 },
    { VITE_VITRINA_PIXEL: 'VK-RTRG-1', VITE_VITRINA_PRICE_LIST: '7', VITE_VITRINA_CONVERSION: 'ad-1' },
  )
})
afterAll(() => stage?.close())

async function open(setup: EmulatedSetup) {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const launch = { url: stage.url, language: 'ru', scheme: 'light', permissions: 'granted' } as const
  const relaunch = async (changed: EmulatedSetup = {}) => {
    await page.goto('about:blank')
    return emulate(page, { ...launch, ...setup, ...changed })
  }
  const vk = await relaunch()
  const buyer = createBuyer(page, vk.app, String(setup.host))
  const press = (name: string) => buyer.frame.getByRole('button', { name }).click()
  /** The parameters of the newest call of that name. */
  const asked = (name: string) => vk.calls.findLast(({ method }) => method.endsWith(name))?.params
  return { context, page, vk, buyer, press, asked, relaunch }
}

/** From the product to the form, with who and where typed. */
async function fillForm(buyer: ReturnType<typeof createBuyer>) {
  await buyer.addToCart()
  await buyer.openCart()
  await buyer.beginCheckout()
  await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
  await buyer.deliver('courier')
}

test.each([
  ['vk-android', 'timur', 'https://vk.ru/app51234567#product/p1'],
  ['vk-web', 'nina', 'https://vk.ru/app51234567_-200001#product/p1'],
  ['ok-web', 'vera', undefined],
] as const)('a product is shared from %s by %s, and opened from the link', async (host, user, link) => {
  const { context, page, buyer, press, asked, relaunch } = await open({ host, user })
  await buyer.openProduct({ id: 'p1', title: 'Thing p1' })
  await press('Поделиться')
  await buyer.sees('Отправлено')
  expect(asked('Share')?.link).toBe(link)
  // The network's own address has gone along, and leads back.
  expect(new URL(page.url()).hash).toBe('#product/p1')
  await relaunch({ deepLink: 'product/p1' })
  await buyer.part('add-to-cart').first().waitFor()
  await context.close()
})

test('a link that is pressed while the app is open leads there', async () => {
  const { context, page, buyer } = await open({ host: 'vk-web', deepLink: 'orders' })
  await buyer.sees('Заказов пока нет')
  await page.evaluate('location.hash = "product/p1"')
  await buyer.part('add-to-cart').first().waitFor()
  await context.close()
})

test('after an order, not before, the buyer is asked whether to be told; and once', async () => {
  const { context, buyer, press, asked, relaunch } = await open({ host: 'vk-ios', deepLink: 'product/p1' })
  const buy = async () => {
    await fillForm(buyer)
    await buyer.pay('cash')
    await buyer.consent()
    expect(await buyer.frame.getByText('Сообщать о заказе').count()).toBe(0)
    await buyer.placeOrder()
    await buyer.sees('Заказ оформлен')
  }
  await buy()
  await press('Сообщать о заказе')
  await buyer.sees('Сообщим')
  expect(asked('AllowNotifications')).toBeDefined()
  await relaunch()
  await buy()
  expect(await buyer.frame.getByText('Сообщать о заказе').count()).toBe(0)
  await context.close()
})

test('is made a favourite where the network has favourites', async () => {
  const vk = await open({ host: 'vk-mobile-web', deepLink: 'orders' })
  await vk.press('В избранное')
  await expect.poll(() => vk.asked('AddToFavorites')).toBeDefined()
  await vk.context.close()
  const ok = await open({ host: 'ok-mobile', user: 'timur', deepLink: 'orders' })
  await ok.buyer.sees('Заказов пока нет')
  expect(await ok.buyer.frame.getByText('В избранное').count()).toBe(0)
  await ok.context.close()
})

test('the address is filled in from VK’s card on a phone; elsewhere it is typed', async () => {
  const phone = await open({ host: 'vk-android', user: 'nina', deepLink: 'product/p1' })
  await fillForm(phone.buyer)
  await phone.buyer.part('host-address').click()
  await expect.poll(() => phone.buyer.part('address').inputValue()).toContain('Мира, 3, кв. 40')
  await phone.context.close()
  const desk = await open({ host: 'vk-web', user: 'vera', deepLink: 'product/p1' })
  await fillForm(desk.buyer)
  expect(await desk.buyer.part('host-address').count()).toBe(0)
  await desk.context.close()
})

test('VK hears once of each thing that a buyer does', async () => {
  const { context, page, vk, buyer, relaunch } = await open({ host: 'vk-android', user: 'timur' })
  await buyer.openProduct({ id: 'p1', title: 'Thing p1' })
  await fillForm(buyer)
  await buyer.pay('cash')
  await buyer.consent()
  await buyer.placeOrder()
  await buyer.sees('Заказ оформлен')
  const heard = (name: string) =>
    vk.calls
      .filter(({ method }) => method.endsWith(name))
      .map(({ params }) => params as Record<string, unknown>)
  const seen = () => heard('RetargetingPixel').map(({ products_event }) => products_event)
  await expect.poll(seen).toContain('purchase')
  expect(seen()).toEqual([
    'view_home',
    'view_product',
    'add_to_cart',
    'init_checkout',
    'add_payment_info',
    'purchase',
  ])
  expect(heard('RetargetingPixel').at(-1)).toMatchObject({ pixel_code: 'VK-RTRG-1', price_list_id: 7 })
  expect(JSON.parse(String(heard('RetargetingPixel').at(-1)?.products_params))).toMatchObject({
    products: [{ id: 'p1-v' }],
  })
  await expect
    .poll(() => heard('ConversionHit').map(({ conversion_event }) => conversion_event))
    .toEqual(['add_to_cart', 'initiate_checkout', 'add_payment_info', 'purchase'])
  // The order is still there when the app is opened anew, and is nothing new.
  await relaunch({ deepLink: 'orders' })
  await buyer.sees('Сообщать о заказе')
  await page.waitForTimeout(500)
  expect(seen()).not.toContain('purchase')
  await context.close()
})

/** The merchant sends off what that buyer has ordered. */
async function ship(userId: number): Promise<void> {
  const { kysely } = stage.database
  const { shop_id: shopId, id: orderId } = await kysely
    .selectFrom('orders')
    .select(['shop_id', 'id'])
    .where('buyer_id', '=', `vk:${userId}`)
    .executeTakeFirstOrThrow()
  expect(await moveOrder(kysely, { shopId, orderId }, { to: 'shipped', at: new Date() })).toBe(true)
}

test.each([
  ['vk-android', 1, []],
  ['vk-ios', 2, []],
  ['vk-android', 3, ['vk-bridge-133']],
  ['vk-ios', 4, ['vk-bridge-133']],
] as const)(
  '%s keeps the app while it is away, and it shows what has changed (%i, %j)',
  async (host, number, faults) => {
    const id = 300_000 + number
    const user = `own~${id}~79160000000~Вера~Лугова~`
    const { context, vk, buyer } = await open({ host, user, faults, deepLink: 'product/p1' })
    await fillForm(buyer)
    await vk.hide()
    const elsewhere = await open({ host: 'vk-web', user, deepLink: 'product/p1' })
    await elsewhere.buyer.addToCart()
    const books = () => readBooks(stage.database, `vk:${id}`)
    await expect.poll(async () => (await books()).inCart).toBe(2)
    await elsewhere.context.close()
    await vk.restore()
    await buyer.frame.locator('.v-sums').getByText('× 2').waitFor()
    expect(await buyer.part('name').inputValue()).toBe('Вера Лугова')
    expect(await buyer.part('address').inputValue()).toBe('Москва, Садовая 1, кв. 2')
    await buyer.pay('cash')
    await buyer.consent()
    await buyer.placeOrder()
    await buyer.sees('Заказ оформлен')
    expect(await books()).toMatchObject({ orders: [{ pieces: 2, state: 'confirmed' }], inCart: 0 })
    await buyer.frame.getByRole('button', { name: 'Заказы' }).last().click()
    const state = buyer.part('order-state')
    await state.waitFor()
    await vk.hide()
    await ship(id)
    await vk.restore()
    await buyer.frame.locator('[part~="order-state"][data-state="shipped"]').waitFor()
    await context.close()
  },
)
