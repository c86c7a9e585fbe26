import type { Picture, Product } from '@vitrina/core'
import { sampleProducts } from '@vitrina/core/memory'
import { expect, test, vi } from 'vitest'
import { drawCard } from '../src/card/draw-card.ts'
import { drawReadyCard } from '../src/card/draw-ready-card.ts'
import { renderCard } from '../src/server.ts'
import { openShop, sample } from './open-shop.ts'

const evil = "\"><script>alert(1)</script> & 'quoted' <b>"
const sized: Picture = {
  url: 'https://p.example/mug.webp',
  sources: [
    { url: 'https://p.example/160/mug.webp?a="b"', width: 160 },
    { url: 'https://p.example/640/mug.webp', width: 640 },
  ],
  color: '#aabbcc',
}
const products: Product[] = [
  ...sampleProducts,
  { ...sample('mug'), id: evil, title: evil, pictures: [{ url: 'https://p.example/?a=1&b="2"' }] },
  { ...sample('lamp'), pictures: [{ url: 'https://p.example/lamp.webp' }] },
  { ...sample('mug'), id: 'sized', title: 'Sized mug', pictures: [sized] },
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
    // A colour comes with the script: a policy may forbid a style in the markup.
    each.removeAttribute('style')
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
    const stop = drawReadyCard(drawn, { shop, product, onOpen: () => {}, slot: () => [] })
    const { root } = parsed(renderCard({ product, language, stylesheet: '/card.css' }))
    const link = root?.querySelector<HTMLLinkElement>('link[rel=stylesheet][href="/card.css"]')
    expect(link).toBe(root?.firstElementChild)
    const data = link?.dataset.product ?? ''
    expect(JSON.parse(data)).toEqual({ ...product, description: '', attributes: [] })
    expect(withoutIds(root?.querySelectorAll(':scope > article, article') ?? [])).toBe(
      withoutIds(drawn.childNodes),
    )
    stop()
  },
)

test('renders the places of what the page puts in, and nothing for what it does not', async () => {
  const { shop } = await openShop()
  const product = sample('lamp')
  const drawn = document.createElement('div')
  const slot = (name: string) => {
    const place = document.createElement('slot')
    place.setAttribute('name', name)
    return [place]
  }
  const stop = drawReadyCard(drawn, { shop, product, onOpen: () => {}, slot })
  const slots = { badge: '<b>New</b>', 'under-title': 'By hand', 'before-button': '<a href="/x">Sizes</a>' }
  const options = { product, language: 'en', stylesheet: '/card.css' } as const
  const { element, root } = parsed(renderCard({ ...options, slots, layout: 'row' }))
  expect(withoutIds(root?.querySelectorAll(':scope > article, article') ?? [])).toBe(
    withoutIds(drawn.childNodes),
  )
  expect(element?.getAttribute('layout')).toBe('row')
  expect(element?.querySelector(':scope > [slot=badge] > b')?.textContent).toBe('New')
  const one = parsed(renderCard({ ...options, slots: { badge: 'New' } })).root
  expect(Array.from(one?.querySelectorAll('slot') ?? [], ({ name }) => name)).toEqual(['badge'])
  expect(parsed(renderCard(options)).element?.hasAttribute('layout')).toBe(false)
  stop()
})

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

test('a tap on a rendered card waits for no answer, and the answer takes no focus away', async () => {
  const { shop } = await openShop()
  const root = document.createElement('div')
  const mug = sample('mug')
  root.innerHTML =
    parsed(renderCard({ product: mug, language: 'en', stylesheet: '/c.css' })).root?.querySelector('link')
      ?.outerHTML ?? ''
  const stop = drawCard(root, { shop, product: mug.id, onOpen: () => {}, slot: () => [] })
  const add = root.querySelector<HTMLButtonElement>('[part="add-to-cart"]')
  add?.click()
  expect(shop.cart.getState().lines).toMatchObject([{ productId: mug.id, quantity: 1 }])
  await vi.waitFor(() => expect(shop.catalogue.product(mug.id).getState().status).toBe('ready'))
  expect(root.querySelector('[part="add-to-cart"]')).toBe(add)
  stop()
})

test('a rendered card that is given another product before it woke is that product', async () => {
  const { shop } = await openShop()
  const root = document.createElement('div')
  const mug = renderCard({ product: sample('mug'), language: 'en', stylesheet: '/c.css' })
  root.append(parsed(mug).root ?? '')
  const stop = drawCard(root, { shop, product: 'lamp', onOpen: () => {}, slot: () => [] })
  expect(root.querySelector('[part=title]')).toBeNull()
  await vi.waitFor(() => expect(root.querySelector('[part=title]')?.textContent).toBe('Desk lamp'))
  stop()
})

test('another shop on the page has elements of its own name', () => {
  const { element } = parsed(
    renderCard({ product: sample('mug'), language: 'en', stylesheet: '/c.css', prefix: 'other' }),
  )
  expect(element?.localName).toBe('other-product-card')
  expect(element?.hasAttribute('data-scheme')).toBe(false)
})

test('a card lets the browser choose a size, over the colour of the picture', async () => {
  const { shop } = await openShop()
  const root = document.createElement('div')
  const stop = drawReadyCard(root, {
    shop,
    product: { ...sample('mug'), pictures: [sized] },
    onOpen: () => {},
    slot: () => [],
  })
  const image = root.querySelector('img')
  expect(image?.sizes).toBe('auto, 240px')
  expect(image?.getAttribute('srcset')).toContain('https://p.example/640/mug.webp 640w')
  expect(image?.style.backgroundColor).toBe('rgb(170, 187, 204)')
  const html = renderCard({
    product: { ...sample('mug'), pictures: [sized] },
    language: 'en',
    stylesheet: '/c.css',
  })
  expect(html).toContain('srcset="https://p.example/160/mug.webp?a=&quot;b&quot; 160w,')
  expect(html).not.toContain('style=')
  stop()
})
