import assert from 'node:assert/strict'
import type { FrameLocator, Locator, Page } from 'playwright-core'

export type Buyer = ReturnType<typeof createBuyer>

/** Somebody who buys, in the feed or in the mini app: speaks in what is seen, and tells each step. */
export function createBuyer(page: Page, frame: FrameLocator | Page, where: string, tell = console.log) {
  function part(name: string): Locator {
    return frame.locator(`[part~="${name}"]`).filter({ visible: true })
  }

  function step(words: string): void {
    tell(`  ${where}: ${words}`)
  }

  async function openProduct({ id, title }: { id: string; title: string }): Promise<void> {
    step(`open “${title}”`)
    // A card of the feed is drawn when it comes near.
    if (where === 'feed') {
      const place = frame.locator(`vitrina-product-card[product="${id}"]`)
      await place.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    }
    await frame.getByRole('button', { name: title, exact: true }).filter({ visible: true }).first().click()
    await frame.getByRole('heading', { name: title, exact: true }).waitFor()
  }

  async function choose(value: string): Promise<void> {
    step(`choose ${value}`)
    await frame.getByRole('radio', { name: value, exact: true }).check({ force: true })
  }

  async function addToCart(): Promise<void> {
    step('put it in the cart')
    await frame.locator('.v-buy [part~="add-to-cart"]').click()
    await part('go-to-cart').waitFor()
  }

  async function openCart(): Promise<void> {
    step('open the cart')
    await part('go-to-cart').click()
    await part('line').first().waitFor()
  }

  async function setQuantity(count: number): Promise<void> {
    step(`make it ${count}`)
    const shown = () => part('quantity').first().textContent()
    while (Number(await shown()) < count) await part('increase').first().click()
    assert.equal(Number(await shown()), count)
  }

  async function beginCheckout(): Promise<void> {
    step('begin the checkout')
    await part('checkout').click()
    await part('name').waitFor()
  }

  async function contactFromHost(): Promise<void> {
    step('take name and phone from the host')
    await frame.getByRole('button', { name: 'Заполнить из профиля' }).click()
    const last = Date.now() + 15_000
    while (!/\d{4}/.test((await part('phone').inputValue()).replace(/\D/g, ''))) {
      assert(Date.now() < last, 'The phone was not filled in.')
      await page.waitForTimeout(50)
    }
  }

  async function typeContact(name: string, phone: string): Promise<void> {
    step('type name and phone')
    await part('name').fill(name)
    await part('phone').fill(phone)
  }

  async function deliver(to: 'courier' | 'pick-up point'): Promise<void> {
    step(`have it delivered: ${to}`)
    const ways = part('delivery')
    if (to === 'pick-up point') return ways.nth(1).check()
    await ways.first().check()
    await part('address').fill('Москва, Садовая 1, кв. 2')
  }

  async function pay(how: 'cash' | 'card'): Promise<void> {
    step(`pay: ${how}`)
    await frame.getByRole('radio', { name: how === 'cash' ? /При получении/ : /Картой онлайн/ }).check()
  }

  async function consent(): Promise<void> {
    await frame.getByRole('checkbox', { name: /обработку персональных данных/ }).check()
  }

  async function placeOrder(): Promise<void> {
    step('place the order')
    await part('place-order').click()
  }

  /** The number of the order that is shown. */
  async function orderNumber(): Promise<string> {
    const text = await part('order-number').first().textContent()
    const number = text?.match(/[\w-]*\d[\w-]*/)?.[0] ?? ''
    assert.notEqual(number, '', text ?? '')
    return number
  }

  async function sees(text: string | RegExp): Promise<void> {
    await frame.getByText(text).filter({ visible: true }).first().waitFor()
    step(`sees ${text}`)
  }

  return {
    page,
    frame,
    part,
    step,
    openProduct,
    choose,
    addToCart,
    openCart,
    setQuantity,
    beginCheckout,
    contactFromHost,
    typeContact,
    deliver,
    pay,
    consent,
    placeOrder,
    orderNumber,
    sees,
  }
}
