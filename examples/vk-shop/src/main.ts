import { httpMerchant } from '@vitrina/api'
import { createShop } from '@vitrina/core'
import { vkHost } from '@vitrina/vk'
import { vkClient, withAddressCard } from '@vitrina/vk/abilities'
import { browser } from '@vitrina/widgets/browser'
import { defineElements } from '@vitrina/widgets/elements'
import { PhoneField } from '@vitrina/widgets/phone-field'
import { counted } from './counted.ts'
import { createOffers, type Screen } from './offers.ts'
import { keepPlaces } from './places.ts'
import { shopName } from './shop-name.ts'
import { texts } from './texts.ts'

const env = import.meta.env
const url = env.VITE_VITRINA_URL ?? 'http://127.0.0.1:4101'

const client = vkClient()
const host = withAddressCard(vkHost(), client)
const name = shopName(client.launch, env.VITE_VITRINA_COMMUNITIES ?? '', env.VITE_VITRINA_SHOP ?? 'lavka')
const environment = browser()
const made = createShop({ ...environment, host, name, merchant: httpMerchant({ url, shop: name, host }) })
const codes = {
  pixel: env.VITE_VITRINA_PIXEL,
  priceList: env.VITE_VITRINA_PRICE_LIST,
  conversion: env.VITE_VITRINA_CONVERSION,
}
const shop =
  codes.pixel || codes.conversion
    ? counted(made, { client, host, storage: environment.storage, codes })
    : made

function showScheme(): void {
  document.documentElement.dataset.scheme = host.appearance.getState().scheme
}
showScheme()
host.appearance.subscribe(showScheme)

defineElements(shop, { components: { PhoneField } })
let screen: Screen | undefined
let changed = (_screen: Screen) => {}
const splash = document.querySelector('.splash')
addEventListener('vitrina-screen', (event) => {
  splash?.remove()
  screen = (event as CustomEvent<Screen>).detail
  changed(screen)
})
// Before the launch, so that its screens come meanwhile; it draws nothing until then.
const page = shopAt(null)
document.body.append(page)
const launched = await shop.start()
if (launched.ok) {
  const { locale, deepLink = '' } = launched.value
  document.documentElement.lang = locale
  const offers = createOffers(client, shop, texts[locale === 'en' ? 'en' : 'ru'])
  page.before(offers.row)

  const moved = keepPlaces(client, deepLink, (place) =>
    document.querySelector('vitrina-shop')?.replaceWith(shopAt(place)),
  )
  changed = (shown) => {
    moved(shown)
    void offers.show(shown)
  }
  if (screen) changed(screen)
  shop.checkout.subscribe(() => screen && void offers.show(screen))
} else {
  page.remove()
  splash?.remove()
  const note = document.createElement('p')
  note.className = 'outside'
  note.textContent = launched.error.code === 'outside' ? texts.ru.outside : texts.ru.failed
  document.body.append(note)
}

function shopAt(deepLink: string | null): HTMLElement {
  const page = document.createElement('vitrina-shop')
  if (deepLink !== null) page.setAttribute('route', deepLink)
  // The page is nothing but the shop, so the phone's back button may walk through its screens.
  page.setAttribute('history', '')
  return page
}
