import { httpMerchant } from '@vitrina/api'
import { createShop } from '@vitrina/core'
import { browser } from '@vitrina/widgets/browser'
import { followDevice } from '@vitrina/widgets/device'
import { defineElements } from '@vitrina/widgets/elements'
import { miniCart } from '@vitrina/widgets/mini-cart'
import { feedHost, language } from './feed-host.ts'
import { drawPage } from './page.ts'
import { posts } from './posts.ts'

const { VITE_VITRINA_URL: url = 'http://127.0.0.1:4101', VITE_VITRINA_SHOP: name = 'lavka' } = import.meta.env

const host = feedHost()
const shop = createShop({ ...browser(), host, name, merchant: httpMerchant({ url, shop: name, host }) })

const shown = language()
document.documentElement.lang = shown
const showScheme = () => {
  document.documentElement.dataset.scheme = host.appearance.getState().scheme
}
showScheme()
host.appearance.subscribe(showScheme)
// Words are drawn once; another language is another page.
window.addEventListener('hashchange', () => {
  if (language() !== shown) location.reload()
})

drawPage(document.body, posts, shown)
defineElements(shop)
followDevice()
miniCart(shop)
const launched = await shop.start()
if (!launched.ok) document.querySelector('.signed-out')?.removeAttribute('hidden')
