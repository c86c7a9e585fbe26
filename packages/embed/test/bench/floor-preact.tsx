/** Floor (ii): Preact, zustand and ky, with a cart in memory that is told to the server in the background. */
import ky from 'ky'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { createStore } from 'zustand/vanilla'

interface Product {
  id: string
  title: string
  price: string
  picture: string
}

interface CartState {
  lines: Record<string, number>
  add(id: string): void
}

const cart = createStore<CartState>()((set) => ({
  lines: {},
  add(id) {
    set(({ lines }) => ({ lines: { ...lines, [id]: (lines[id] ?? 0) + 1 } }))
    void ky.post('/floor/cart', { json: { id, add: 1 } })
  },
}))

function useCart<Value>(select: (state: CartState) => Value): Value {
  const [value, setValue] = useState(() => select(cart.getState()))
  useEffect(() => {
    const look = () => setValue(() => select(cart.getState()))
    // It may have changed before anybody listened.
    look()
    return cart.subscribe(look)
  }, [])
  return value
}

function Card({ product }: { product: Product }) {
  return (
    <article className="card">
      <img alt="" loading="lazy" src={product.picture} />
      <h3>{product.title}</h3>
      <p>{product.price}</p>
      <button type="button" className="add" onClick={() => cart.getState().add(product.id)}>
        В корзину
      </button>
    </article>
  )
}

function Lines() {
  const lines = useCart((state) => state.lines)
  return (
    <dialog open>
      {Object.entries(lines).map(([id, quantity]) => (
        <p className="line" key={id}>
          {byId.get(id)?.title} <button type="button">−</button>
          {quantity}
          <button type="button" onClick={() => cart.getState().add(id)}>
            +
          </button>
        </p>
      ))}
    </dialog>
  )
}

function Count() {
  const count = useCart(({ lines }) => Object.values(lines).reduce((sum, one) => sum + one, 0))
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="count" onClick={() => setOpen(true)}>
        Корзина: {count}
      </button>
      {open && <Lines />}
    </>
  )
}

const slots = [...document.querySelectorAll<HTMLElement>('.slot')]
const ids = slots.map(({ dataset }) => dataset.product)
const products = await ky(`/floor/products?ids=${ids.join()}`).json<Product[]>()
const byId = new Map(products.map((product) => [product.id, product]))
function mount(): void {
  for (const slot of slots) {
    const product = byId.get(slot.dataset.product ?? '')
    if (product) render(<Card product={product} />, slot)
  }
}
const header = document.querySelector('header')
if (header) render(<Count />, header)
mount()
Object.assign(window, {
  fill: (lines: number) =>
    cart.setState({ lines: Object.fromEntries(products.slice(0, lines).map(({ id }) => [id, 1])) }),
  unmount: () => slots.map((slot) => render(null, slot)),
  mount,
})
