import type { Product } from '../../../packages/core/src/index.ts'
import type { Contender } from './contenders.ts'

export const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#c8d6e5"/><circle cx="2" cy="2" r="1" fill="#576574"/></svg>'
/** Where the shop’s server says that its pictures are. */
export const picturePath = '/pictures/picture.svg'
export const floorCss = `
  .slot { min-height: 330px }
  .card { display: grid; gap: 8px; padding: 12px; border: 1px solid #ddd; border-radius: 12px; font: 15px sans-serif }
  .card img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover }
  .card h3, .card p { margin: 0 } .card button { min-height: 44px }`
export const pageCss =
  'body { margin: 0 } main { max-width: 420px; margin: auto } header { position: sticky; top: 0; z-index: 1 }'

/** A feed with a product in each post; without a contender the same posts alone. */
export function html(contender: Contender | undefined, head = '', products: readonly Product[] = []): string {
  const posts = products.map(
    (product, place) =>
      `<article class="post"><p>Новое в мастерской</p>${contender?.slot(product, place) ?? ''}</article>`,
  )
  const script = contender ? `<script type="module" src="/${contender.page}.js"></script>` : ''
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Лента</title><link rel="stylesheet" href="/page.css">${head}${script}</head>
<body><header>${contender?.header ?? ''}</header><main>${posts.join('\n')}</main></body></html>`
}
