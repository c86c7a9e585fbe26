/** React with VKUI's components and the cart of react-use-cart, which is kept on the device. */
import '@vkontakte/vkui/dist/cssm/styles/themes.css'
import {
  AdaptivityProvider,
  AppRoot,
  Box,
  Button,
  Card,
  ConfigProvider,
  Group,
  SimpleCell,
  Text,
  Title,
} from '@vkontakte/vkui/dist/cssm'
import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { CartProvider, useCart } from 'react-use-cart'

function ProductCard({ product, onAdd }) {
  return (
    <Card mode="outline">
      <img className="picture" alt="" loading="lazy" src={product.picture} />
      <Box padding="m">
        <Title level="3">{product.title}</Title>
        <Text className="price">{product.shownPrice}</Text>
        <Button className="add" size="l" stretched onClick={() => onAdd(product)}>
          В корзину
        </Button>
      </Box>
    </Card>
  )
}

function Lines() {
  const { items, updateItemQuantity } = useCart()
  return (
    <Group>
      {items.map(({ id, title, quantity }) => (
        <SimpleCell
          className="line"
          key={id}
          after={
            <>
              <Button onClick={() => updateItemQuantity(id, quantity - 1)}>−</Button>
              {quantity}
              <Button onClick={() => updateItemQuantity(id, quantity + 1)}>+</Button>
            </>
          }
        >
          {title}
        </SimpleCell>
      ))}
    </Group>
  )
}

function Count() {
  const { totalItems } = useCart()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className="count" onClick={() => setOpen(true)}>
        Корзина: {totalItems}
      </Button>
      {isOpen && <Lines />}
    </>
  )
}

let show
let setItems
function Feed() {
  const [isShown, setShown] = useState(true)
  const cart = useCart()
  show = setShown
  setItems = cart.setItems
  return (
    <>
      <Count />
      {isShown &&
        products.map((product, index) =>
          createPortal(<ProductCard product={product} onAdd={cart.addItem} />, slots[index], product.id),
        )}
    </>
  )
}

// A page that is not all VKUI says itself where its tokens hold.
document.documentElement.classList.add('vkui', 'vkui--vkBase--light')
const slots = [...document.querySelectorAll('.slot')]
const answer = await fetch(`/floor/products?ids=${slots.map(({ dataset }) => dataset.product).join()}`)
const products = (await answer.json()).map(({ price, amount, ...product }) => ({
  ...product,
  shownPrice: price,
  price: amount,
}))
createRoot(document.querySelector('header')).render(
  <ConfigProvider colorScheme="light">
    <AdaptivityProvider>
      <AppRoot mode="partial">
        <CartProvider>
          <Feed />
        </CartProvider>
      </AppRoot>
    </AdaptivityProvider>
  </ConfigProvider>,
)

Object.assign(window, {
  fill: (lines) => setItems(products.slice(0, lines).map((product) => ({ ...product, quantity: 1 }))),
  unmount: () => flushSync(() => show(false)),
  mount: () => flushSync(() => show(true)),
})
