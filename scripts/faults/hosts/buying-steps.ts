import type { Page } from 'playwright-core'
import type { Buyer } from '../../test/desk/buyer.ts'
import type { Watch } from './limits.ts'
import type { Story } from './story.ts'

/** Taps “add to cart” and waits for the count to be that. */
export async function addOne(buyer: Buyer, expected: number): Promise<void> {
  await buyer.frame.locator('.v-buy [part~="add-to-cart"]').click()
  await buyer
    .part('go-to-cart')
    .filter({ hasText: String(expected) })
    .waitFor()
}

/** From the product to a form that can be sent. */
export async function fill(
  { asks, pieces, payment }: Story,
  buyer: Buyer,
  within: Watch['within'],
): Promise<void> {
  await within('tap', 'the way to the cart', async () => {
    await buyer.part('go-to-cart').click()
    await buyer
      .part('quantity')
      .filter({ hasText: String(pieces) })
      .first()
      .waitFor()
  })
  await within('tap', 'the way to the form', () => buyer.beginCheckout())
  const offered = buyer.part('host-contact')
  if (asks && (await offered.count()) > 0) {
    await offered.click()
    // It may never answer: somebody who waits no longer types.
    await buyer.page.waitForTimeout(1_000)
  }
  await buyer.typeContact('Вера Лугова', '8 916 000-01-01')
  await buyer.deliver('courier')
  await buyer.pay(payment === 'cash' ? 'cash' : 'card')
  await buyer.consent()
}

export async function atStep(buyer: Buyer, step: string): Promise<void> {
  await buyer.frame.locator(`[data-step="${step}"]`).waitFor()
}

/** Where the client lets no window open, there is a link to press. */
export async function openAcquirer(page: Page, buyer: Buyer): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await buyer.part('pay').click()
  return opened
}

/**
 * After a reload the shop leads back to the order that waits for its money; unless the client has lost all that was kept,
 * when it is in the list of orders, which is looked at in the end.
 */
export async function goOn(buyer: Buyer): Promise<boolean> {
  const way = buyer.part('go-on')
  const led = await way.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  )
  if (led) await way.click()
  return led
}
