import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmulatedSetup, emulate } from '../../packages/emulator/src/playwright.ts'
import { createBuyer } from './desk/buyer.ts'
import { type Desk, startDesk } from './desk/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk?.close())

/** Every host, and between them: each question answered, everything refused, and faults by chance. */
const setups: EmulatedSetup[] = [
  { host: 'vk-ios' },
  { host: 'vk-android' },
  { host: 'vk-web' },
  { host: 'ok-web', launch: 'no-vk-id' },
  { host: 'vk-mobile-web', permissions: 'refused' },
  { host: 'ok-mobile', launch: 'milliseconds', seed: 11 },
  { host: 'vk-ios', seed: 7 },
  { host: 'vk-android', faults: ['mini-apps-api-16'] },
]

test.each(setups)('buys with cash: %j', async (setup) => {
  const context = await desk.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(error.error().message))
  const { emulator: url } = desk.stack.urls
  const vk = await emulate(page, { url, language: 'ru', scheme: 'light', user: 'timur', ...setup })
  const buyer = createBuyer(page, vk.app, String(setup.host))
  await buyer.openProduct({ id: 'g:notebook', title: 'Блокнот «Черновик»' })
  await buyer.choose('синий')
  await buyer.addToCart()
  await buyer.openCart()
  await buyer.beginCheckout()
  // Where nobody gives the phone for sure, it is typed.
  if (!setup.permissions && !setup.faults && setup.seed === undefined)
    await Promise.all([vk.grantPhone(), buyer.contactFromHost()])
  else await buyer.typeContact('Тимур Садыков', '8 916 000-02-02')
  await buyer.deliver('courier')
  await buyer.pay('cash')
  await buyer.consent()
  await buyer.placeOrder()
  await buyer.sees('Заказ оформлен')
  expect(await buyer.orderNumber()).not.toBe('')
  expect(complaints).toEqual([])
  expect(vk.calls.map(({ method }) => method)).toContain(bridgeMethod('GetUserInfo'))
  await context.close()
})

/** The names of the bridge are known to the packages of hosts only. */
function bridgeMethod(name: string): string {
  return `VK${'WebApp'}${name}`
}
