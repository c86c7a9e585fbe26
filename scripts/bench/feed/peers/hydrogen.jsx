/** React with the cart of hydrogen-react: a provider around the feed, `useCart` where something is added, counted or listed. */
import {
  CartProvider,
  createStorefrontClient,
  flattenConnection,
  Money,
  ShopifyProvider,
  useCart,
} from '@shopify/hydrogen-react'
import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

const storeDomain = 'https://hydrogen.myshopify.com'
const shop = {
  storeDomain,
  storefrontToken: 'public',
  storefrontApiVersion: '2026-04',
  countryIsoCode: 'RU',
  languageIsoCode: 'RU',
}
const client = createStorefrontClient({
  storeDomain,
  publicStorefrontToken: shop.storefrontToken,
  storefrontApiVersion: shop.storefrontApiVersion,
})

const query = `query Cards($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Product {
      id title
      featuredImage { url altText width height }
      variants(first: 1) { nodes { id price { amount currencyCode } } }
    }
  }
}`

/** The API takes 250 ids at once. */
async function fetchProducts(ids) {
  const parts = []
  for (let at = 0; at < ids.length; at += 250) parts.push(ids.slice(at, at + 250))
  const answers = await Promise.all(
    parts.map(async (part) => {
      const response = await fetch(client.getStorefrontApiUrl(), {
        method: 'POST',
        headers: client.getPublicTokenHeaders({ contentType: 'json' }),
        body: JSON.stringify({ query, variables: { ids: part.map((id) => `gid://shopify/Product/${id}`) } }),
      })
      return (await response.json()).data.nodes
    }),
  )
  return answers.flat()
}

function Card({ product }) {
  const { cartReady, linesAdd } = useCart()
  const [variant] = flattenConnection(product.variants)
  return (
    <article className="card">
      <img alt="" loading="lazy" src={product.featuredImage.url} />
      <h3>{product.title}</h3>
      <Money as="p" data={variant.price} />
      <button
        type="button"
        className="add"
        disabled={!cartReady}
        onClick={() => linesAdd([{ merchandiseId: variant.id }])}
      >
        В корзину
      </button>
    </article>
  )
}

function Lines() {
  const { lines = [], linesUpdate } = useCart()
  return (
    <dialog open>
      {lines.map(({ id, quantity, merchandise }) => (
        <p className="line" key={id}>
          {merchandise.product.title}{' '}
          <button type="button" onClick={() => linesUpdate([{ id, quantity: quantity - 1 }])}>
            −
          </button>
          {quantity}
          <button type="button" onClick={() => linesUpdate([{ id, quantity: quantity + 1 }])}>
            +
          </button>
        </p>
      ))}
    </dialog>
  )
}

function Count() {
  const { totalQuantity } = useCart()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="count" onClick={() => setOpen(true)}>
        Корзина: {totalQuantity}
      </button>
      {isOpen && <Lines />}
    </>
  )
}

let show
function Feed({ products }) {
  const [isShown, setShown] = useState(true)
  show = setShown
  return (
    <ShopifyProvider {...shop}>
      <CartProvider countryCode="RU">
        <Count />
        {isShown &&
          products.map((product, index) =>
            createPortal(<Card product={product} />, slots[index], product.id),
          )}
      </CartProvider>
    </ShopifyProvider>
  )
}

const slots = [...document.querySelectorAll('.slot')]
const products = await fetchProducts(slots.map(({ dataset }) => dataset.product))
createRoot(document.querySelector('header')).render(<Feed products={products} />)

Object.assign(window, {
  async fill(lines) {
    const answer = await fetch(`${storeDomain}/bench/cart?lines=${lines}`)
    localStorage.setItem('shopifyCartId', await answer.json())
    return 'reload'
  },
  unmount: () => flushSync(() => show(false)),
  mount: () => flushSync(() => show(true)),
})
