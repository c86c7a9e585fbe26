import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Decision, decide } from './desk/acquirer-page.ts'
import { type Buyer, createBuyer } from './desk/buyer.ts'
import { type Desk, startDesk } from './desk/desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk?.close())

const places = ['feed', 'app'] as const

/** From a card to the form with everything filled in but the payment. */
async function untilPayment(place: (typeof places)[number], buyer: Buyer): Promise<void> {
  await buyer.openProduct({ id: 'g:notebook', title: 'Блокнот «Черновик»' })
  await buyer.choose('синий')
  await buyer.addToCart()
  await buyer.openCart()
  await buyer.setQuantity(2)
  await buyer.beginCheckout()
  if (place === 'app') await buyer.contactFromHost()
  else await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
}

test.each(places)('buys with cash in the %s, and sees the order after a reload', async (place) => {
  const { page, complaints, ...frames } = await desk.open({ user: 'vera' }, { only: place })
  const buyer = createBuyer(page, frames[place], place)
  await untilPayment(place, buyer)
  await buyer.deliver('courier')
  await buyer.pay('cash')
  await buyer.consent()
  await buyer.placeOrder()
  await buyer.sees('Заказ оформлен')
  const number = await buyer.orderNumber()
  buyer.step(`order ${number}; reload`)
  await page.reload()
  if (place === 'feed') await buyer.part('cart-button').click()
  await buyer.part('orders').click()
  await buyer.frame.getByText(number).first().waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})

const endings: [Decision, string][] = [
  ['approve', 'Оплачен'],
  ['decline', 'Оплата не прошла'],
  ['3-D Secure', 'Оплачен'],
  ['wrong code', 'Оплата не прошла'],
  ['close', 'Осталось оплатить'],
]
// What follows a decision is the same in both; pages that are closed in the app are in `platforms.browser.test.ts`, too.
const endingsIn = { feed: endings, app: endings.slice(0, 2) }

for (const place of places) {
  test.each(endingsIn[place])(`pays by card in the ${place}: %s`, async (decision, ending) => {
    const { page, complaints, ...frames } = await desk.open({ user: 'timur' }, { only: place })
    const buyer = createBuyer(page, frames[place], place)
    await untilPayment(place, buyer)
    await buyer.deliver('pick-up point')
    await buyer.pay('card')
    await buyer.consent()
    const opened = page.context().waitForEvent('page')
    await buyer.placeOrder()
    const acquirer = await opened
    buyer.step(`the acquirer’s page: ${decision}`)
    await decide(acquirer, decision)
    await buyer.sees(ending)
    if (!['approve', '3-D Secure'].includes(decision)) {
      const again = page.context().waitForEvent('page')
      buyer.step('pay again')
      await buyer.part('pay').click()
      await decide(await again, 'approve')
      await buyer.sees('Оплачен')
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })
}
