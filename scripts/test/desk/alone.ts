import type { Page } from 'playwright-core'
import { type Buyer, createBuyer } from './buyer.ts'
import type { Desk } from './desk.ts'

export interface Look {
  width: number
  height: number
  scheme: 'light' | 'dark'
}

export interface AlonePage {
  page: Page
  buyer: Buyer
  complaints: string[]
  /** Puts the whole shop in the place of the feed. */
  showShop(): Promise<void>
  /** Opens the feed anew. */
  showFeed(): Promise<void>
}

/** The network's feed without the emulator around it, launched for a user. */
export async function openFeedAlone(
  { open }: Desk,
  user: string,
  { width, height, scheme }: Look,
): Promise<AlonePage> {
  // What moves is measured in the middle of moving: colours that are half there have no contrast.
  const { page, complaints } = await open({ user, scheme }, { reducedMotion: 'reduce' })
  const feed = await page.locator('iframe.feed-frame').getAttribute('src')
  await page.setViewportSize({ width, height })
  const shown = () => page.locator('vitrina-product-card [part~="price"]').first().waitFor()
  await page.goto(feed ?? '')
  await shown()
  return {
    page,
    buyer: createBuyer(page, page, 'feed'),
    complaints,
    async showFeed() {
      await page.reload()
      await shown()
    },
    async showShop() {
      await page.evaluate(`
        scrollTo(0, 0)
        document.querySelector('header').remove()
        document.querySelector('main').remove()
        document.body.append(document.createElement('vitrina-shop'))
        document.querySelector('vitrina-shop').style.minBlockSize = '100dvh'
      `)
      await page.locator('vitrina-shop [part~="price"]').first().waitFor()
      await page.evaluate('scrollTo({ top: 0, behavior: "instant" })')
    },
  }
}
