/** Floor (i): what is written when nothing but the DOM is there. A cart in memory, told to the server in the background. */
interface Product {
  id: string
  title: string
  price: string
  picture: string
}

const cart = new Map<string, number>()
const count = document.createElement('button')
count.className = 'count'
document.querySelector('header')?.append(count)

function show(): void {
  count.textContent = `Корзина: ${[...cart.values()].reduce((sum, one) => sum + one, 0)}`
}

function card({ id, title, price, picture }: Product): HTMLElement {
  const article = document.createElement('article')
  const image = document.createElement('img')
  image.loading = 'lazy'
  image.alt = ''
  image.src = picture
  const heading = document.createElement('h3')
  heading.textContent = title
  const cost = document.createElement('p')
  cost.textContent = price
  const button = document.createElement('button')
  button.className = 'add'
  button.textContent = 'В корзину'
  button.onclick = () => {
    cart.set(id, (cart.get(id) ?? 0) + 1)
    show()
    void fetch('/floor/cart', { method: 'POST', body: JSON.stringify({ id, add: 1 }) })
  }
  article.className = 'card'
  article.append(image, heading, cost, button)
  return article
}

count.onclick = () => {
  const list = document.createElement('dialog')
  for (const [id, quantity] of cart) {
    const line = document.createElement('p')
    line.className = 'line'
    const less = document.createElement('button')
    const more = document.createElement('button')
    less.textContent = '−'
    more.textContent = '+'
    line.append(byId.get(id)?.title ?? id, ' ', less, String(quantity), more)
    list.append(line)
  }
  document.body.append(list)
  list.showModal()
}

const slots = [...document.querySelectorAll<HTMLElement>('.slot')]
const ids = slots.map(({ dataset }) => dataset.product)
const answer = await fetch(`/floor/products?ids=${ids.join()}`)
const products: Product[] = await answer.json()
const byId = new Map(products.map((product) => [product.id, product]))
function mount(): void {
  for (const slot of slots) {
    const product = byId.get(slot.dataset.product ?? '')
    if (product) slot.replaceChildren(card(product))
  }
}
show()
mount()
Object.assign(window, {
  fill(lines: number) {
    for (const { id } of products.slice(0, lines)) cart.set(id, 1)
    show()
  },
  unmount: () => slots.map((slot) => slot.replaceChildren()),
  mount,
})

export {}
