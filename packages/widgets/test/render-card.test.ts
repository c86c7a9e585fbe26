import type { Product } from '@vitrina/core'
import { sampleProducts } from '@vitrina/core/memory'
import { expect, test } from 'vitest'
import { drawReadyCard } from '../src/card/draw-ready-card.ts'
import { renderCard } from '../src/server.ts'
import { openShop, sample } from './open-shop.ts'

const evil = "\"><script>alert(1)</script> & 'quoted' <b>"
const products: Product[] = [
  ...sampleProducts,
  { ...sample('mug'), id: evil, title: evil, pictures: [{ url: 'https://p.example/?a=1&b="2"' }] },
  { ...sample('lamp'), pictures: [{ url: 'https://p.example/lamp.webp' }] },
]

/** What a parser makes of the HTML, in the place where a browser puts the shadow root. */
function parsed(html: string) {
  const place = document.createElement('div')
  place.innerHTML = html
  const element = place.firstElementChild
  const template = element?.querySelector('template')
  return { place, element, root: template?.content }
}

/** Ids are the document's affair; all else is compared. */
function withoutIds(nodes: Iterable<Node>): string {
  const place = document.createElement('div')
  place.append(...Array.from(nodes, (node) => node.cloneNode(true)))
  for (const each of place.querySelectorAll('*')) {
    for (const name of ['id', 'aria-labelledby', 'aria-describedby']) {
      if (each.hasAttribute(name)) each.setAttribute(name, 'an id')
    }
    const attributes = [...each.attributes].sort((a, b) => a.name.localeCompare(b.name))
    for (const { name } of attributes) each.removeAttribute(name)
    for (const { name, value } of attributes) each.setAttribute(name, value)
  }
  return place.innerHTML
}

test.each(products.flatMap((product) => (['ru', 'en'] as const).map((language) => ({ product, language }))))(
  'renders what is drawn: $product.title in $language',
  async ({ product, language }) => {
    const { shop } = await openShop({ host: { locale: language }, merchant: { products } })
    const drawn = document.createElement('div')
    const stop = drawReadyCard(drawn, { shop, product, onOpen: () => {} })
    const { root } = parsed(renderCard({ product, language, stylesheet: '/card.css' }))
    expect(root?.firstElementChild?.outerHTML).toBe('<link rel="stylesheet" href="/card.css">')
    expect(withoutIds(root?.querySelectorAll(':scope > article, article') ?? [])).toBe(
      withoutIds(drawn.childNodes),
    )
    stop()
  },
)

test('text is text, wherever it stands', () => {
  const product = products.find(({ id }) => id === evil) ?? sample('mug')
  const { place, element, root } = parsed(
    renderCard({ product, language: 'en', stylesheet: evil, scheme: 'dark' }),
  )
  expect(place.children).toHaveLength(1)
  expect(element?.getAttribute('product')).toBe(evil)
  expect(element?.getAttribute('data-scheme')).toBe('dark')
  expect(root?.querySelector('script, b')).toBeNull()
  expect(root?.querySelector('[part=title]')?.textContent).toBe(evil)
  expect(root?.querySelector('link')?.getAttribute('href')).toBe(evil)
})

test('another shop on the page has elements of its own name', () => {
  const { element } = parsed(
    renderCard({ product: sample('mug'), language: 'en', stylesheet: '/c.css', prefix: 'other' }),
  )
  expect(element?.localName).toBe('other-product-card')
  expect(element?.hasAttribute('data-scheme')).toBe(false)
})
