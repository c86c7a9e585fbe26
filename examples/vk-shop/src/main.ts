import { httpMerchant } from '@vitrina/api'
import { createShop } from '@vitrina/core'
import { vkHost } from '@vitrina/vk'
import { browser } from '@vitrina/widgets/browser'
import { defineElements } from '@vitrina/widgets/elements'

const { VITE_VITRINA_URL: url = 'http://127.0.0.1:4101', VITE_VITRINA_SHOP: name = 'lavka' } = import.meta.env

const host = vkHost()
const shop = createShop({ ...browser(), host, name, merchant: httpMerchant({ url, shop: name, host }) })

function showScheme(): void {
  document.documentElement.dataset.scheme = host.appearance.getState().scheme
}
showScheme()
host.appearance.subscribe(showScheme)

defineElements(shop)
const launched = await shop.start()
if (launched.ok) {
  document.documentElement.lang = launched.value.locale
  const page = document.createElement('vitrina-shop')
  // The page is nothing but the shop, so the phone's back button may walk through its screens.
  page.setAttribute('history', '')
  document.body.append(page)
} else {
  const note = document.createElement('p')
  note.className = 'outside'
  note.textContent =
    launched.error.code === 'outside'
      ? 'Это мини-приложение ВКонтакте. Откройте его в ВКонтакте или в эмуляторе: npm start.'
      : 'Магазин не открылся. Закройте его и откройте ещё раз.'
  document.body.append(note)
}
