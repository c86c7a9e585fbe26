import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmulatedSetup, emulate } from '../../packages/emulator/src/playwright.ts'
import { buildStage, type Stage } from '../faults/hosts/stage.ts'
import { createBuyer } from './desk/buyer.ts'

let stage: Stage
beforeAll(async () => {
  stage = await buildStage({ p1: 100 })
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
    await buyer.addToCart()
    await buyer.openCart()
    await buyer.beginCheckout()
    await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
    await buyer.deliver('courier')
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
