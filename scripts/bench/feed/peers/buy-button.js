/**
 * Shopify's Buy Button. Its documentation has a product set for many products: one request and one frame for all, instead of
 * both for each. The API takes 250 ids at once, so there is a set for each 250. The sets stand before the posts.
 */
import ShopifyBuy from '@shopify/buy-button-js'

const domain = 'buy-button.myshopify.com'
const storefrontAccessToken = 'public'
const client = ShopifyBuy.buildClient({ domain, storefrontAccessToken })
const ui = ShopifyBuy.UI.init(client)
const ids = [...document.querySelectorAll('[data-product]')].map(({ dataset }) => dataset.product)
const places = []
for (let at = 0; at < ids.length; at += 250) places.push(ids.slice(at, at + 250))

const options = {
  product: { text: { button: 'В корзину' } },
  cart: { text: { title: 'Корзина', total: 'Итого', empty: 'Пусто', button: 'Оформить' } },
}

const firstPost = document.querySelector('.post')

function mount() {
  for (const part of places) {
    const node = document.createElement('div')
    firstPost.before(node)
    void ui.createComponent('productSet', {
      id: part,
      node,
      moneyFormat: encodeURIComponent('{{amount_with_comma_separator}} ₽'),
      options,
    })
  }
}

function unmount() {
  while (ui.components.productSet.length > 0) ui.destroyComponent('productSet')
}

mount()
Object.assign(window, {
  async fill(lines) {
    const answer = await fetch(`https://${domain}/bench/cart?lines=${lines}`)
    localStorage.setItem(`${storefrontAccessToken}.${domain}.checkoutId`, await answer.json())
    return 'reload'
  },
  unmount,
  mount,
})
