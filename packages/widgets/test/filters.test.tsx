import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { money, type Product, type ProductQuery } from '@vitrina/core'
import { sampleProducts } from '@vitrina/core/memory'
import { expect, test } from 'vitest'
import { filterQuery, noFilters, priceRange } from '../src/aside/filters/filters.ts'
import { ShopPage } from '../src/index.ts'
import { openShop, sample } from './open-shop.ts'

const shirt = sample('shirt')
const blue: Product = {
  ...shirt,
  id: 'blue',
  title: 'Blue shirt',
  options: [{ name: 'Size', values: ['M', 'L'] }],
  variants: [
    { ...shirt.variants[0], id: 'blue-m', price: money(90_000, 'RUB'), options: { Size: 'M' } },
    { ...shirt.variants[0], id: 'blue-l', price: money(95_000, 'RUB'), options: { Size: 'L' } },
  ] as Product['variants'],
}
const products = [...sampleProducts, blue]

const titles = () =>
  screen.getAllByRole('article').map((card) => within(card).getAllByRole('button')[0]?.textContent)

async function openList(merchant: Parameters<typeof openShop>[0] = {}) {
  const opened = await openShop({ merchant: { products }, ...merchant })
  render(<ShopPage shop={opened.shop} />)
  await screen.findByRole('article', { name: 'Blue shirt' })
  return opened
}

async function openFilters() {
  await userEvent.click(screen.getByRole('button', { name: /^Filters/, expanded: false }))
  return screen.findByRole('region', { name: 'Filters' })
}

test('puts the cheapest, or the dearest, first', async () => {
  await openList()
  expect(titles()).toEqual(['Stoneware mug', 'Linen shirt', 'Desk lamp', 'Blue shirt'])
  const sort = screen.getByRole('combobox', { name: 'Sort' })
  await userEvent.selectOptions(sort, 'Cheapest first')
  await waitFor(() => expect(titles()).toEqual(['Blue shirt', 'Stoneware mug', 'Linen shirt', 'Desk lamp']))
  await userEvent.selectOptions(sort, 'Dearest first')
  await waitFor(() => expect(titles()).toEqual(['Desk lamp', 'Linen shirt', 'Stoneware mug', 'Blue shirt']))
})

test('shows at once what a ticked filter leaves, says how many that are, and closes on them', async () => {
  await openList()
  const panel = await openFilters()
  const medium = await within(panel).findByRole('checkbox', { name: 'M 2' })
  expect(
    within(panel)
      .getAllByRole('checkbox')
      .map((box) => box.parentElement?.textContent),
  ).toEqual(['In stock', 'S 1', 'M 2', 'L 1'])
  await userEvent.click(medium)
  await waitFor(() => expect(titles()).toEqual(['Linen shirt', 'Blue shirt']))
  await userEvent.click(within(panel).getByRole('checkbox', { name: 'L 1' }))
  await userEvent.click(within(panel).getByRole('checkbox', { name: 'M 2' }))
  await userEvent.click(await within(panel).findByRole('button', { name: 'Show 1 product' }))
  expect(screen.queryByRole('region', { name: 'Filters' })).toBeNull()
  expect(document.activeElement?.textContent).toBe('Filters (1)')
  expect(titles()).toEqual(['Blue shirt'])
})

test('keeps to the prices that are typed, and says what cannot be one', async () => {
  await openList()
  const panel = await openFilters()
  const from = within(panel).getByRole('textbox', { name: 'From' })
  await waitFor(() => expect(from.getAttribute('placeholder')).toBe('₽900'))
  expect(from.getAttribute('inputmode')).toBe('decimal')
  await userEvent.type(from, '1 000')
  await waitFor(() => expect(titles()).toEqual(['Stoneware mug', 'Linen shirt', 'Desk lamp']))
  const to = within(panel).getByRole('textbox', { name: 'To' })
  await userEvent.type(to, '5')
  expect(within(panel).getByRole('alert').textContent).toBe('The lowest price is above the highest one')
  expect(from.getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(to, '000')
  expect(within(panel).getByRole('alert').textContent).toBe('')
  await waitFor(() => expect(titles()).toEqual(['Stoneware mug', 'Linen shirt']))
  await userEvent.type(to, 'x')
  expect(within(panel).getByRole('alert').textContent).toBe('Write a price in digits: for example, 1290')
  expect((to as HTMLInputElement).value).toBe('5000x')
})

test('names each chosen filter and takes it away, with the focus on what is left', async () => {
  await openList()
  const panel = await openFilters()
  await userEvent.click(await within(panel).findByRole('checkbox', { name: 'M 2' }))
  await userEvent.click(within(panel).getByRole('checkbox', { name: 'In stock' }))
  await userEvent.type(within(panel).getByRole('textbox', { name: 'To' }), '1000')
  const list = screen.getByRole('list', { name: 'Chosen filters' })
  expect(
    within(list)
      .getAllByRole('button')
      .map((chip) => chip.textContent),
  ).toEqual(['up to ₽1,000', 'In stock', 'Size: M'])
  await userEvent.click(within(list).getByRole('button', { name: 'Remove the filter: up to ₽1,000' }))
  expect(document.activeElement?.textContent).toBe('In stock')
  await userEvent.keyboard('{Enter}{Enter}')
  expect(screen.queryByRole('list', { name: 'Chosen filters' })).toBeNull()
  expect(document.activeElement?.textContent).toBe('Filters')
  await waitFor(() => expect(titles().length).toBe(4))
})

test('leads out of a list in which nothing is left', async () => {
  await openList()
  const panel = await openFilters()
  await userEvent.type(within(panel).getByRole('textbox', { name: 'To' }), '1')
  expect((await screen.findAllByText('Nothing found')).length).toBeGreaterThan(0)
  await userEvent.click(screen.getByRole('button', { name: 'Show all products' }))
  await waitFor(() => expect(titles().length).toBe(4))
  await userEvent.click(await within(panel).findByRole('checkbox', { name: 'L 1' }))
  await waitFor(() => expect(titles().length).toBe(1))
  await userEvent.click(within(panel).getByRole('button', { name: 'Reset' }))
  await waitFor(() => expect(titles().length).toBe(4))
})

test('finds the list as it was left when the buyer comes back from a product', async () => {
  await openList()
  const panel = await openFilters()
  await userEvent.click(await within(panel).findByRole('checkbox', { name: 'L 1' }))
  await waitFor(() => expect(titles()).toEqual(['Blue shirt']))
  await userEvent.click(screen.getByRole('button', { name: 'Blue shirt' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Back' }))
  expect(titles()).toEqual(['Blue shirt'])
  expect(screen.getByRole('checkbox', { name: 'L 1', checked: true })).toBeTruthy()
})

test('of a merchant who cannot tell what there is to choose from, asks for the price alone', async () => {
  await openList({
    merchant: { products },
    wrap: ({ facets: _, ...merchant }) => merchant,
  })
  const panel = await openFilters()
  expect(within(panel).getAllByRole('checkbox').length).toBe(1)
  await userEvent.type(within(panel).getByRole('textbox', { name: 'From' }), '4000')
  await waitFor(() => expect(titles()).toEqual(['Linen shirt', 'Desk lamp']))
  await userEvent.click(within(panel).getByRole('button', { name: 'Show products' }))
})

test('says that the filters did not come, and asks again', async () => {
  let broken = true
  await openList({
    merchant: {
      products,
      fault: (call) => (broken && call === 'facets' ? { code: 'offline' } : 'none'),
    },
  })
  const panel = await openFilters()
  const alert = await within(panel).findByText('The filters did not load')
  broken = false
  await userEvent.click(within(alert.parentElement ?? panel).getByRole('button', { name: 'Try again' }))
  expect(await within(panel).findByRole('checkbox', { name: 'M 2' })).toBeTruthy()
})

test('asks for what is typed once, and never for half of it', async () => {
  const asked: ProductQuery[] = []
  await openList({
    merchant: { products },
    wrap: (merchant) => ({
      ...merchant,
      products(query) {
        asked.push(query)
        return merchant.products(query)
      },
    }),
  })
  const panel = await openFilters()
  await userEvent.type(within(panel).getByRole('textbox', { name: 'From' }), '4500')
  await waitFor(() => expect(titles()).toEqual(['Linen shirt', 'Desk lamp']))
  expect(asked.map(({ minPrice }) => minPrice)).toEqual([undefined, 450_000])
})

test.each([
  ['', undefined],
  ['0', undefined],
  ['1290', 129_000],
  ['1 290,5', 129_050],
  ['1,290.50', 129_050],
  ['1.290', 129_000],
  ['12 345 678', 1_234_567_800],
  ['₽ 99.99', 9999],
])('reads the price %j', (typed, minPrice) => {
  expect(filterQuery({ ...noFilters, min: typed }, 'RUB')).toEqual(minPrice === undefined ? {} : { minPrice })
})

test.each(['abc', '-5', '1.2.3', '1,2,3', '1e3', '9.999'.padEnd(20, '9')])(
  'takes %j for no price',
  (typed) => {
    expect(priceRange({ min: '', max: typed }, 'RUB')).toEqual({ problems: { max: 'not-a-price' } })
  },
)

test('counts in the units of the currency', () => {
  expect(priceRange({ min: '1200', max: '' }, 'JPY')).toEqual({ problems: {}, minPrice: 1200 })
  expect(priceRange({ min: '1200.5', max: '' }, 'JPY').problems).toEqual({ min: 'not-a-price' })
})
