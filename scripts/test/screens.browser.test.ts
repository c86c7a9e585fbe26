import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differenceOf } from '../shots/compare.ts'
import { testedLooks } from '../shots/looks.ts'
import { takePicture } from '../shots/picture.ts'
import { hasPictureBrowser, launchPictureBrowser } from '../shots/picture-browser.ts'
import { pictureName } from '../shots/picture-name.ts'
import { type Look, openFeedAlone } from './desk/alone.ts'
import { type Desk, startDesk } from './desk/desk.ts'
import { createKeyboard } from './desk/keyboard.ts'
import { everyScreen } from './desk/walk.ts'

let desk: Desk
beforeAll(async () => {
  // Elsewhere letters are others, and screens are looked at without their pictures.
  desk = await startDesk(hasPictureBrowser ? launchPictureBrowser : undefined)
})
afterAll(() => desk?.close())

const phone: Look = { width: 360, height: 640, scheme: 'light' }
const computer: Look = { width: 1280, height: 800, scheme: 'dark' }

/** Names that pages style by; `adjustment`, which needs a change in the shop, is held by the widgets' own tests. */
const publicParts = (
  'card title price add-to-cart cart-button count line quantity increase decrease remove checkout name phone ' +
  'delivery payment place-order order-number order-state'
).split(' ')

/** What axe finds, one line each. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames here; the other mode opens a page of its own for each report.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test.each(testedLooks)(
  'every screen is accessible, fits and looks as in its picture: $name',
  async (look) => {
    const alone = await openFeedAlone(desk, look.user, look)
    const { page, complaints } = alone
    const wrong: Record<string, string[]> = {}
    const parts = new Set<string>()
    let place = 0
    for await (const screen of everyScreen(alone)) {
      place += 1
      // Colours that are still on their way are judged as they are in that moment.
      await page.evaluate(
        'Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))',
      )
      console.log(`  ${look.width} × ${look.height}, ${look.scheme}: ${screen}`)
      const changed =
        hasPictureBrowser && (await differenceOf(pictureName(place, screen, look), await takePicture(page)))
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
      const found = [
        ...(await faults(page)),
        ...(wide > look.width ? [`${wide} pixels wide`] : []),
        ...(changed ? [changed] : []),
      ]
      if (found.length > 0) wrong[screen] = found
      const shown = await page
        .locator('[part]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('part')))
      for (const name of shown.join(' ').split(' ')) parts.add(name)
    }
    expect(publicParts.filter((name) => !parts.has(name))).toEqual([])
    expect(wrong).toEqual({})
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('buys with nothing but the keyboard, from a card in the feed to the placed order', async () => {
  const { page, buyer, complaints } = await openFeedAlone(desk, 'vera', computer)
  const keyboard = createKeyboard(page, buyer.step)
  await keyboard.tabTo('button', 'Чайник заварочный «Полдень»')
  await keyboard.press('Enter')
  await buyer.part('description').waitFor()
  await keyboard.tabTo('button', 'В корзину')
  await keyboard.press('Space')
  await buyer.part('go-to-cart').waitFor()
  await keyboard.tabTo('button', /^В корзине/)
  await keyboard.press('Enter')
  await buyer.part('line').first().waitFor()
  await keyboard.tabTo('button', /^Больше/)
  await keyboard.press('Space')
  await keyboard.tabTo('button', 'Оформить заказ')
  await keyboard.press('Enter')
  await buyer.part('delivery').first().waitFor()
  await keyboard.tabTo('textbox', 'Имя')
  await keyboard.type('Вера Лугова')
  await keyboard.tabTo('textbox', 'Телефон')
  await keyboard.type('8 916 000-01-01')
  await keyboard.tabTo('radio', /^Курьер/)
  // The second of the ways to get it; no address is needed there.
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await keyboard.tabTo('radio', /^При получении/)
  await keyboard.press('Space')
  await keyboard.tabTo('checkbox', /обработку персональных данных/)
  await keyboard.press('Space')
  await keyboard.tabTo('button', 'Заказать')
  // Who orders sooner is asked again once the total is known.
  await page.locator('.v-section[aria-busy="false"]').waitFor()
  await keyboard.press('Enter')
  await buyer.sees('Заказ оформлен')
  buyer.step(`order ${await buyer.orderNumber()}`)
  expect(await buyer.part('summary-line').first().textContent()).toContain('× 2')
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a double click on “place order” makes one order', async () => {
  const { page, buyer, complaints, showShop } = await openFeedAlone(desk, 'timur', phone)
  const countOrders = async () => {
    await buyer.part('orders').click()
    await page.getByRole('heading', { name: 'Заказы' }).waitFor()
    await page.locator('[part~="order"], .v-empty').first().waitFor()
    await page.locator('.v-busy').waitFor({ state: 'detached' })
    return buyer.part('order').count()
  }
  await showShop()
  const before = await countOrders()
  await buyer.part('back').click()
  await page.getByRole('button', { name: 'Чайник заварочный «Полдень»' }).click()
  await buyer.addToCart()
  await buyer.openCart()
  await buyer.beginCheckout()
  await buyer.part('delivery').first().waitFor()
  await buyer.typeContact('Тимур Ясный', '8 916 000-02-02')
  await buyer.deliver('pick-up point')
  await buyer.pay('cash')
  await buyer.consent()
  buyer.step('place the order, twice at once')
  await buyer.part('place-order').dblclick()
  await buyer.sees('Заказ оформлен')
  await buyer.part('done').click()
  expect(await countOrders()).toBe(before + 1)
  expect(complaints).toEqual([])
  await page.context().close()
})

test.each([
  { key: 'Escape', user: 'vera' },
  { key: 'the close button', user: 'timur' },
])('closes the sheet with $key and gives the focus back to the card', async ({ key, user }) => {
  const { page, buyer } = await openFeedAlone(desk, user, phone)
  const keyboard = createKeyboard(page, buyer.step)
  await keyboard.tabTo('button', 'Кружка «Утро»')
  await keyboard.press('Enter')
  await buyer.part('description').waitFor()
  expect((await keyboard.focused()).name).not.toBe('Кружка «Утро»')
  if (key === 'Escape') await keyboard.press('Escape')
  else await buyer.part('close').click()
  await page.locator('vitrina-sheet').waitFor({ state: 'detached' })
  expect(await keyboard.focused()).toEqual({ role: 'button', name: 'Кружка «Утро»' })
  await page.context().close()
})
