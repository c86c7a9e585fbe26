import { afterAll, beforeAll, expect, test } from 'vitest'
import { decide } from './desk/acquirer-page.ts'
import { type Look, openFeedAlone } from './desk/alone.ts'
import { type Desk, startDesk } from './desk/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk?.close())

const phone: Look = { width: 360, height: 640, scheme: 'light' }
const teapot = { id: 'teapot', title: 'Чайник заварочный «Полдень»' }

test('goes on where it was when the connection is back, in each step of a purchase', async () => {
  const { page, buyer, complaints } = await openFeedAlone(desk, 'vera', phone)
  const offline = async (isGone: boolean) => {
    buyer.step(isGone ? 'the connection is gone' : 'it is back')
    await page.context().setOffline(isGone)
  }
  const notice = buyer.frame.getByText('Корзина сохранена и отправится')
  await buyer.openProduct(teapot)
  await buyer.part('description').waitFor()

  await offline(true)
  await buyer.addToCart()
  await buyer.openCart()
  await buyer.setQuantity(2)
  await notice.waitFor()
  await offline(false)
  await notice.waitFor({ state: 'detached' })
  expect(await buyer.part('quantity').first().textContent()).toBe('2')

  await offline(true)
  await buyer.beginCheckout()
  await buyer.sees('Нет связи.')
  await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
  await offline(false)
  await buyer.part('delivery').first().waitFor()
  expect(await buyer.part('name').inputValue()).toBe('Вера Лугова')
  await buyer.deliver('pick-up point')
  await buyer.pay('card')
  await buyer.consent()
  await page.locator('.v-section[aria-busy="false"]').waitFor()

  await offline(true)
  await buyer.placeOrder()
  await buyer.sees('Проверяем')
  const opened = page.context().waitForEvent('page')
  await offline(false)
  const acquirer = await opened
  await buyer.sees('Осталось оплатить')

  await acquirer.waitForLoadState()
  await offline(true)
  await buyer.part('check').click()
  await buyer.sees('Осталось оплатить')
  await offline(false)
  await decide(acquirer, 'approve')
  await buyer.sees('Заказ оформлен')
  const number = await buyer.orderNumber()

  await offline(true)
  await buyer.frame.getByRole('button', { name: 'Заказы' }).filter({ visible: true }).last().click()
  await buyer.frame.getByRole('alert').filter({ visible: true }).first().waitFor()
  await offline(false)
  const order = buyer.part('order').filter({ hasText: number })
  await order.waitFor()
  await offline(true)
  await order.getByRole('button').first().click()
  await buyer.sees('Нет связи.')
  await offline(false)
  await buyer.part('order-state').first().waitFor()
  expect(complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await page.context().close()
})

test('buys on slow 3G, where each tap is answered at once', async () => {
  const { page, buyer, complaints } = await openFeedAlone(desk, 'timur', phone)
  const devtools = await page.context().newCDPSession(page)
  // What Chromium's own tools call by this name.
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 2000,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
  await buyer.openProduct(teapot)
  const add = page.locator('.v-buy [part~="add-to-cart"]')
  const answered = await add.evaluate(async (button) => {
    const place = button.parentElement
    const began = performance.now()
    ;(button as HTMLElement).click()
    while (!place?.querySelector('[part~="go-to-cart"]')) await new Promise(requestAnimationFrame)
    return performance.now() - began
  })
  buyer.step(`the tap is answered after ${answered.toFixed(0)} ms`)
  expect(answered).toBeLessThan(500)
  await buyer.openCart()
  await buyer.setQuantity(3)
  await buyer.beginCheckout()
  await buyer.typeContact('Тимур Ясный', '8 916 000-02-02')
  await buyer.part('delivery').first().waitFor()
  await buyer.deliver('pick-up point')
  await buyer.pay('cash')
  await buyer.consent()
  await page.locator('.v-section[aria-busy="false"]').waitFor()
  await buyer.placeOrder()
  await buyer.sees('Заказ оформлен')
  expect(await buyer.part('summary-line').first().textContent()).toContain('× 3')
  expect(complaints).toEqual([])
  await page.context().close()
})
