import type { Page } from 'playwright-core'
import { type Emulated, type EmulatedSetup, emulate } from '../../../packages/emulator/src/playwright.ts'
import { decide } from '../../test/desk/acquirer-page.ts'
import { createBuyer } from '../../test/desk/buyer.ts'
import { readBooks } from './books.ts'
import { addOne, atStep, fill, goOn, openAcquirer } from './buying-steps.ts'
import { createWatch, limits, type Waits } from './limits.ts'
import { outcomes, payments } from './outcomes.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

type App = Emulated<ReturnType<Page['frameLocator']>>

export interface Played {
  problems: string[]
  /** Whether all that is wrong is that something took too long. */
  late: boolean
  waits: Waits
  /** How many calls of the bridge met a fault. */
  faults: number
  /** What was done, to read when something is wrong. */
  steps: string[]
}

/** Plays one purchase of `product` by a buyer of that number, then holds what the page shows against the books. */
export async function playStory(
  stage: Stage,
  story: Story,
  { number, product }: { number: number; product: string },
): Promise<Played> {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' })
  const page = await context.newPage()
  page.setDefaultTimeout(Math.max(...Object.values(limits)))
  const problems: string[] = []
  const steps: string[] = []
  context.on('weberror', (error) => problems.push(`an error in the page: ${error.error().message}`))
  const watch = createWatch()
  const books = () => readBooks(stage.database, buyerOf(story, number))
  let faults = 0
  let late = false

  const open = (deepLink: string, setup: EmulatedSetup) =>
    watch.within('launch', 'the launch', async () => {
      // The same address with a hash would not be loaded anew.
      await page.goto('about:blank')
      const vk = await emulate(page, {
        url: stage.url,
        language: 'ru',
        scheme: 'light',
        user: `own~${number}~79160000000~Вера~Лугова~`,
        ...setup,
        deepLink,
      })
      const buyer = createBuyer(page, vk.app, String(setup.host), (step) => steps.push(step.trim()))
      await buyer
        .part(deepLink === 'orders' ? 'order' : 'add-to-cart')
        .first()
        .waitFor()
      return { vk, buyer }
    })
  const reload = async (vk: App) => {
    faults += countFaults(vk)
    steps.push('reload')
    return open(`product/${product}`, story.setup)
  }
  const expectBooks = (what: string, fits: (now: Awaited<ReturnType<typeof books>>) => boolean) =>
    watch.within('kept', what, async () => {
      while (!fits(await books())) await page.waitForTimeout(50)
    })

  try {
    let { vk, buyer } = await open(`product/${product}`, story.setup)
    for (let tapped = 1; tapped <= story.pieces; tapped += 1)
      await watch.within('tap', 'a tap on “add to cart”', () => addOne(buyer, tapped))
    if (story.hides) {
      await vk.hide()
      await vk.restore()
    }
    await expectBooks('the cart’s way to the books', ({ inCart }) => inCart === story.pieces)
    if (story.reloads.includes('cart')) ({ vk, buyer } = await reload(vk))
    await fill(story, buyer, watch.within)
    if (story.reloads.includes('form')) {
      ;({ vk, buyer } = await reload(vk))
      await fill(story, buyer, watch.within)
    }

    const opened = context.waitForEvent('page', { timeout: 3_000 }).catch(() => null)
    await buyer.placeOrder()
    const card = story.payment !== 'cash'
    await watch.within('order', 'the order', () => atStep(buyer, card ? 'paying' : 'placed'))
    if (story.payment !== 'cash') {
      const acquirer = (await opened) ?? (await openAcquirer(page, buyer))
      steps.push(`the acquirer: ${story.payment}`)
      await decide(acquirer, story.payment)
      if (story.reloads.includes('paying')) ({ vk, buyer } = await reload(vk))
      const known = !story.reloads.includes('paying') || (await goOn(buyer))
      if (known) await watch.within('outcome', 'the outcome', () => atStep(buyer, outcomes[story.payment]))
      else
        await expectBooks(
          'the payment’s way to the books',
          ({ orders: [order] }) => order?.payment === payments[story.payment],
        )
    }
    const { orders, inCart } = await books()
    const [order] = orders
    if (orders.length !== 1) problems.push(`${orders.length} orders for one checkout`)
    if (order?.pieces !== story.pieces || inCart !== 0)
      problems.push(`tapped ${story.pieces}, ordered ${order?.pieces}, ${inCart} left in the cart`)
    if (order?.state !== (outcomes[story.payment] === 'placed' ? 'confirmed' : 'awaiting-payment'))
      problems.push(`the page shows “${outcomes[story.payment]}”, the books say ${order?.state}`)
    if (order?.payment !== payments[story.payment])
      problems.push(`the page shows “${outcomes[story.payment]}”, the payment is ${order?.payment}`)
    faults += countFaults(vk)
    // And once more without faults: what is in the list of orders.
    const { seed: _, ...calm } = story.setup
    const later = await open('orders', { ...calm, host: story.setup.host ?? 'vk-ios' })
    const rows = later.buyer.part('order')
    const shown = await rows.first().locator('[part~="order-state"]').getAttribute('data-state')
    if ((await rows.count()) !== 1 || (await later.buyer.orderNumber()) !== order?.number)
      problems.push(`the list has ${await rows.count()} orders, the books ${order?.number}`)
    if (shown !== order?.state) problems.push(`the list shows ${shown}, the books say ${order?.state}`)
  } catch (error) {
    late = problems.length === 0
    problems.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    const screen = page.frameLocator('.screen iframe').locator('vitrina-shop .v-page')
    steps.push(`then: ${await screen.textContent({ timeout: 1000 }).catch(() => 'nothing')}`.slice(0, 300))
  }
  await context.close()
  return { problems, late, waits: watch.waits, faults, steps }
}

/** Whom the server sees: see `vkAuthenticator` and the emulator's own users. */
function buyerOf({ setup }: Story, number: number): string {
  return setup.launch === 'no-vk-id' ? `ok:${580_000_000_000 + (number % 1_000_000_000)}` : `vk:${number}`
}

function countFaults({ calls }: App): number {
  return calls.filter(({ fault }) => fault !== undefined).length
}
