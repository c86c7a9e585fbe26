import { drawPost } from './draw-post.ts'
import { element } from './element.ts'
import type { Post } from './posts.ts'
import { words } from './words.ts'

/** The network's page: its header with the cart, and the feed. The shop is two custom elements in it. */
export function drawPage(root: HTMLElement, posts: readonly Post[], language: 'ru' | 'en'): void {
  const text = words[language]
  const brand = element('a', 'brand', [element('span', 'logo'), text.network])
  brand.href = `${location.search}${location.hash}`
  const header = element('header', 'top', [
    element('div', 'top-row', [brand, document.createElement('vitrina-cart-button')]),
  ])
  const signedOut = element('p', 'signed-out', [text.signedOut])
  signedOut.hidden = true
  const heading = element('h1', 'visually-hidden', [text.feed])
  const feed = element('main', 'feed', [heading, signedOut, ...posts.map((post) => drawPost(post, text))])
  root.append(header, feed)
}
