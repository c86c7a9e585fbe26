import { drawScene } from './draw-scene.ts'
import { element } from './element.ts'
import type { Post } from './posts.ts'
import type { Words } from './words.ts'

/** One post. A product in it is one line: an element with the product's id. */
export function drawPost(post: Post, text: Words): HTMLElement {
  const { author } = post
  const name = element('h2', 'name', [author.name])
  const details = [author.community ? text.community : '', text.ago(post.hours)].filter(Boolean).join(' · ')
  const head = element('header', 'head', [
    drawAvatar(author.name, author.hue, author.community ?? false),
    element('div', '', [name, element('p', 'when', [details])]),
  ])
  const words = post.text.map((paragraph) => element('p', 'words', [paragraph]))
  const scene = post.scene ? [drawScene(post.scene, author.hue)] : []
  const goods = post.products ? [drawGoods(post.products, text)] : []
  const drawn = element('article', 'post', [head, ...words, ...scene, ...goods, drawLike(post.likes, text)])
  drawn.lang = 'ru'
  return drawn
}

function drawGoods(products: readonly string[], text: Words): HTMLElement {
  const cards = products.map((id) => {
    const card = document.createElement('vitrina-product-card')
    card.setAttribute('product', id)
    return card
  })
  const goods = element('div', 'goods', cards)
  // A group, not a region: a page of fifty posts would have fifty landmarks of one name.
  goods.role = 'group'
  goods.ariaLabel = text.shop
  return goods
}

function drawLike(likes: number, text: Words): HTMLElement {
  const count = element('span', '', [String(likes)])
  const like = element('button', 'like', [element('span', 'heart'), count])
  like.type = 'button'
  like.setAttribute('aria-label', `${text.like}: ${likes}`)
  like.setAttribute('aria-pressed', 'false')
  like.addEventListener('click', () => {
    const liked = like.getAttribute('aria-pressed') !== 'true'
    like.setAttribute('aria-pressed', String(liked))
    count.textContent = String(likes + (liked ? 1 : 0))
    like.setAttribute('aria-label', `${text.like}: ${count.textContent}`)
  })
  return element('footer', 'foot', [like])
}

function drawAvatar(name: string, hue: number, community: boolean): HTMLElement {
  const letters = name
    .split(' ')
    .slice(0, 2)
    .map(([letter = '']) => letter.toUpperCase())
    .join('')
  const avatar = element('span', community ? 'avatar square' : 'avatar', [letters])
  avatar.style.setProperty('--hue', String(hue))
  avatar.setAttribute('aria-hidden', 'true')
  return avatar
}
