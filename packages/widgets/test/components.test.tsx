import './dialog.ts'
import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { createElement } from 'preact'
import { afterEach, expect, test } from 'vitest'
import { defineElements } from '../src/elements.ts'
import { type Components, ShopPage } from '../src/index.ts'
import type { Route } from '../src/route.ts'
import { fill, openShop } from './open-shop.ts'

afterEach(() => document.body.replaceChildren())

async function open(name: keyof Components, route: Route, components: Components): Promise<void> {
  const { shop } = await openShop()
  if (route.name !== 'orders' && name !== 'ProductCard') await fill(shop)
  const page = () => <ShopPage shop={shop} route={route} components={components} />
  render(page())
}

const cart: Route = { name: 'cart' }
const checkout: Route = { name: 'checkout' }
const mug: Route = { name: 'product', id: 'mug' }
const shirt: Route = { name: 'product', id: 'shirt' }

/** Where each piece is seen first, and how often. */
const places: Record<Exclude<keyof Components, 'OrderSummary'>, { route: Route; times: number }> = {
  ProductCard: { route: { name: 'products' }, times: 3 },
  Gallery: { route: mug, times: 1 },
  Price: { route: mug, times: 1 },
  ProductOptions: { route: shirt, times: 1 },
  ProductWords: { route: mug, times: 1 },
  CartLine: { route: cart, times: 1 },
  Stepper: { route: cart, times: 1 },
  CartFooter: { route: cart, times: 1 },
  TextField: { route: checkout, times: 2 },
  PhoneField: { route: checkout, times: 1 },
  AddressField: { route: checkout, times: 1 },
  DeliveryWays: { route: checkout, times: 1 },
  CheckoutSummary: { route: checkout, times: 1 },
  Notice: { route: { name: 'orders' }, times: 1 },
}

test.each(Object.entries(places))(
  'draws what the page gave, around ours: %s',
  async (key, { route, times }) => {
    const name = key as keyof typeof places
    // biome-ignore lint/suspicious/noExplicitAny: each name has other props, and this one takes them all
    const Around = ({ Default, ...props }: any) => (
      <div data-testid="own">{createElement(Default, props)}</div>
    )
    await open(name, route, { [name]: Around })
    if (name === 'AddressField') await userEvent.click(await screen.findByRole('radio', { name: /Courier/ }))
    await waitFor(() => expect(screen.getAllByTestId('own').length).toBe(times))
    const [own] = screen.getAllByTestId('own')
    // What a page puts into its cart is not ours.
    if (name === 'CartFooter') expect(own?.querySelector('slot')).toBeTruthy()
    else await waitFor(() => expect(own?.textContent || own?.querySelector('img, .v-frame')).toBeTruthy())
  },
)

test('a component of the page has the same props, and the shop goes on with it', async () => {
  const { shop } = await openShop()
  await fill(shop)
  const components: Components = {
    Stepper: ({ line }) => (
      <button type="button" onClick={() => shop.cart.setQuantity(line.variantId, line.quantity + 5)}>
        Five more
      </button>
    ),
    TextField: ({ label, value, onType }) => (
      <label>
        {`Own ${label}`}
        <input value={value} onInput={({ currentTarget }) => onType(currentTarget.value)} />
      </label>
    ),
    OrderSummary: ({ order }) => <p>{`Own summary of ${order.number} for ${order.contact.name}`}</p>,
  }
  render(<ShopPage shop={shop} route={{ name: 'cart' }} components={components} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Five more' }))
  await waitFor(() => expect(shop.cart.getState().count).toBe(6))
  await userEvent.click(screen.getByRole('button', { name: 'Check out' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Own Name' }), 'Anna')
  await userEvent.type(screen.getByRole('textbox', { name: 'Own Phone' }), '89161234567')
  await userEvent.click(await screen.findByRole('radio', { name: /Library/ }))
  await userEvent.click(screen.getByRole('radio', { name: /On delivery/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /personal data/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Place order' }))
  expect(await screen.findByText('Own summary of 1001 for Anna')).toBeTruthy()
})

test('elements draw what the page gave, too', async () => {
  const { shop } = await openShop()
  await fill(shop)
  defineElements(shop, { prefix: 'own', components: { CartLine: () => <li>Own line</li> } })
  document.body.innerHTML = '<own-cart-button></own-cart-button><own-shop route="cart"></own-shop>'
  const inside = (name: string) => within(document.querySelector(name)?.shadowRoot as unknown as HTMLElement)
  expect(await inside('own-shop').findByText('Own line')).toBeTruthy()
  await userEvent.click(inside('own-cart-button').getByRole('button'))
  await waitFor(() => expect(document.querySelector('own-sheet')).toBeTruthy())
  expect(await inside('own-sheet').findByText('Own line')).toBeTruthy()
})

test('the compiler knows what each component is given', () => {
  const typed: Components = {
    Price: ({ variant, Default }) => <Default variant={variant} />,
    // @ts-expect-error There is no such prop.
    CartLine: ({ row }) => row,
    // @ts-expect-error There is no such piece.
    Chessboard: () => null,
  }
  expect(Object.keys(typed)).toHaveLength(3)
})
