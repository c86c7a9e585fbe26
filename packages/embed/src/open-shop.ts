import { httpMerchant } from '@vitrina/api'
import { createShop, type Shop } from '@vitrina/core'
import { webHost } from '@vitrina/web'
import { browser } from '@vitrina/widgets/browser'
import { followDevice } from '@vitrina/widgets/device'
import { defineElements } from '@vitrina/widgets/elements'
import { announceShop } from '@vitrina/widgets/events'
import type { EmbedAddress } from './read-address.ts'

/** Opens the shop on this page and defines its elements. */
export function openShop({ shop: id, server, launch, locale, scheme }: EmbedAddress): Shop {
  const environment = browser()
  const host = webHost({
    storage: environment.storage,
    ...(launch !== undefined && { launch: () => fetchLaunch(launch) }),
    ...(locale && { locale }),
    ...(scheme && { scheme }),
  })
  const shop = createShop({ ...environment, host, merchant: httpMerchant({ url: server, shop: id, host }) })
  // What the page does itself, with the shop that it is given, it need not be told.
  defineElements(announceShop(shop))
  followDevice()
  void shop.start()
  return shop
}

async function fetchLaunch(path: string): Promise<string> {
  const answer = await fetch(path, { cache: 'no-store' })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return (await answer.text()).trim()
}
