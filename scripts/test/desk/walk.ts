import { decide } from './acquirer-page.ts'
import type { AlonePage } from './alone.ts'
import { createBuyer } from './buyer.ts'

const notebook = { id: 'g:notebook', title: 'Блокнот «Черновик»' }

/** Goes through every screen that a buyer meets; tells each one's name while it is shown. */
export async function* everyScreen({
  page,
  buyer: inFeed,
  showShop,
  showFeed,
}: AlonePage): AsyncGenerator<string> {
  yield 'feed'
  await inFeed.openProduct(notebook)
  await inFeed.part('description').waitFor()
  yield 'product sheet'
  await page.keyboard.press('Escape')

  await showShop()
  const buyer = createBuyer(page, page, 'shop')
  yield 'list'
  await buyer.part('filters').click()
  await buyer.part('show-products').waitFor()
  await page.locator('.v-busy').waitFor({ state: 'detached' })
  yield 'filters'
  await buyer.part('show-products').click()
  await buyer.part('search').fill('ничего такого')
  await buyer.sees('Ничего не нашлось')
  yield 'nothing found'
  await page.getByRole('button', { name: 'Показать все товары' }).click()
  await buyer.part('cart-button').click()
  await buyer.sees('В корзине пусто')
  yield 'empty cart'
  await buyer.part('back').click()
  await buyer.part('orders').click()
  await page.getByRole('heading', { name: 'Заказы' }).waitFor()
  await buyer.part('back').click()

  await buyer.openProduct(notebook)
  await buyer.part('description').waitFor()
  yield 'product'
  await buyer.part('terms').click()
  await page.locator('.v-terms h3').first().waitFor()
  yield 'delivery, payment and returns'
  await buyer.part('terms').click()
  await buyer.choose('синий')
  await buyer.addToCart()
  yield 'product that is in the cart'
  await buyer.openCart()
  yield 'cart'
  await buyer.part('remove').click()
  await buyer.part('undo').waitFor()
  yield 'removed from the cart'
  await buyer.part('undo').click()
  await buyer.part('wish').click()
  await buyer.part('undo').waitFor()
  await buyer.part('wish-list').click()
  await buyer.part('wish-row').getByRole('button', { name: notebook.title, exact: true }).waitFor()
  yield 'wish list'
  await buyer.part('add-to-cart').click()
  await buyer.part('go-to-cart').click()
  await buyer.part('line').first().waitFor()
  await buyer.beginCheckout()
  await page.locator('[part~="delivery"]').first().waitFor()
  yield 'form'
  await buyer.placeOrder()
  await buyer.part('problem').first().waitFor()
  yield 'form with problems'

  await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
  await buyer.deliver('pick-up point')
  await buyer.pay('card')
  await buyer.consent()
  const opened = page.context().waitForEvent('page')
  await buyer.placeOrder()
  const acquirer = await opened
  await buyer.sees('Осталось оплатить')
  yield 'paying'
  await decide(acquirer, 'decline')
  await buyer.sees('Оплата не прошла')
  yield 'unpaid'
  const again = page.context().waitForEvent('page')
  await buyer.part('pay').click()
  await decide(await again, 'approve')
  await buyer.sees('Заказ оформлен')
  yield 'placed'
  await buyer.part('done').click()
  await buyer.part('orders').click()
  await buyer.part('order').first().waitFor()
  yield 'orders'
  await buyer.part('order').first().getByRole('button').click()
  await buyer.part('order-state').first().waitFor()
  yield 'order'

  await showFeed()
  await inFeed.openProduct(notebook)
  await inFeed.choose('синий')
  await inFeed.addToCart()
  await page.keyboard.press('Escape')
  await page.locator('vitrina-sheet').waitFor({ state: 'detached' })
  await page.evaluate('scrollTo({ top: 0, behavior: "instant" })')
  await page.mouse.move(0, 400)
  await inFeed.part('cart-button').hover()
  await inFeed.part('mini-line').waitFor()
  yield 'mini cart'
  // Whoever walks next begins with an empty cart.
  await inFeed.part('cart-button').click()
  const told = page.waitForResponse((response) => response.url().endsWith('/cart'))
  await inFeed.part('remove').click()
  await told
}
