import type { HostFailure, Result, Shop } from '@vitrina/core'
import {
  addToFavourites,
  allowMessages,
  allowNotifications,
  shareProduct,
  type VkClient,
} from '@vitrina/vk/abilities'
import type { Texts } from './texts.ts'

export interface Screen {
  name: string
  id?: string
}

/** A row above the shop with what the network offers here and now; empty, it takes no room. */
export function createOffers(client: VkClient, shop: Shop, texts: Texts) {
  const row = document.createElement('div')
  row.className = 'offers'
  row.setAttribute('role', 'status')
  let drawn = 0

  /** What it says stays until the next screen, also what went wrong: nothing, then. */
  function offer(text: string, use: () => Promise<Result<unknown, HostFailure>>, done = ''): HTMLElement {
    const button = document.createElement('button')
    button.textContent = text
    button.onclick = async () => {
      const used = await use()
      if (used.ok) button.replaceWith(done)
    }
    return button
  }

  async function show(screen: Screen): Promise<void> {
    const mine = ++drawn
    const found = await offersOf(screen)
    if (mine === drawn) row.replaceChildren(...found)
  }

  async function offersOf({ name, id }: Screen): Promise<HTMLElement[]> {
    const { launch } = client
    if (launch === undefined) return []
    if (name === 'product' && id) return [offer(texts.share, () => shareProduct(client, id), texts.shared)]
    // VK forbids to ask unasked for on the first launch. After an order there is something to be told.
    if (shop.checkout.getState().step === 'placed') {
      const group = launch.group
      if (group && (await client.can(allowMessages)))
        return [offer(texts.notify, () => client.use(allowMessages, { groupId: group.id }), texts.notified)]
      if (!launch.mayNotify && (await client.can(allowNotifications)))
        return [offer(texts.notify, () => client.use(allowNotifications, undefined), texts.notified)]
      return []
    }
    if (name === 'orders' && !launch.isFavourite && (await client.can(addToFavourites)))
      return [offer(texts.favourite, () => client.use(addToFavourites, undefined))]
    return []
  }

  return { row, show }
}
