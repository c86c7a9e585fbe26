import { expect, test } from 'vitest'
import { commerceLayerApi } from '../bench/feed/apis/commerce-layer.ts'
import { execute } from '../bench/feed/apis/graphql.ts'

const products = ['p0', 'p1'].map((id) => ({
  id,
  title: `Mug ${id}`,
  price: '1 290,50 ₽',
  amount: 129_050,
  picture: '/picture.svg',
}))

test('the stub of Commerce Layer keeps an order, and answers with all of it', () => {
  const api = commerceLayerApi(products, 'http://127.0.0.1')
  const ask = (method: string, path: string, data?: unknown) =>
    api({
      method,
      address: new URL(`https://vitrina.commercelayer.io/api/${path}`),
      body: JSON.stringify({ data }),
    })?.json as { data: { id: string; attributes: Record<string, unknown> }; included: unknown[] }
  const { id } = ask('POST', 'orders', { attributes: {} }).data
  for (const code of ['p0', 'p1', 'p1']) {
    ask('POST', 'line_items', {
      attributes: { quantity: 1, sku_code: code },
      relationships: { order: { data: { id } } },
    })
  }
  const { data, included } = ask('GET', `orders/${id}`)
  expect(data.attributes).toMatchObject({ skus_count: 3, total_amount_cents: 387_150 })
  // Two lines, each with what it is of.
  expect(included).toHaveLength(4)
})

test('the stub of Commerce Layer answers with the prices that were asked for', () => {
  const address = new URL('https://vitrina.commercelayer.io/api/prices?filter[q][sku_code_in]=p1,nobody')
  const answer = commerceLayerApi(products, '')({ method: 'GET', address, body: '' })
  expect(answer).toMatchObject({
    about: 'products',
    json: { data: [{ attributes: { sku_code: 'p1', amount_cents: 129_050 } }] },
  })
})

/** `query ($first: Int = 1) { cart { count: total ...Lines lines(first: $first) { id } } } fragment Lines on Cart { lines(first: $first) { title } }` */
const name = (value: string) => ({ value })
const field = (value: string, more = {}) => ({ kind: 'Field', name: name(value), ...more })
const lines = (...selections: unknown[]) =>
  field('lines', {
    arguments: [{ name: name('first'), value: { kind: 'Variable', name: name('first') } }],
    selectionSet: { selections },
  })
const document = (type: string) => ({
  definitions: [
    {
      kind: 'OperationDefinition',
      variableDefinitions: [
        { variable: { name: name('first') }, defaultValue: { kind: 'IntValue', value: '1' } },
      ],
      selectionSet: {
        selections: [
          field('cart', {
            selectionSet: {
              selections: [
                field('total', { alias: name('count') }),
                { kind: 'FragmentSpread', name: name('Lines') },
                lines(field('id')),
              ],
            },
          }),
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: name('Lines'),
      typeCondition: { name: name(type) },
      selectionSet: { selections: [lines(field('title'))] },
    },
  ],
})
const cart = {
  __typename: 'Cart',
  total: 2,
  lines: ({ first }: { first: number }) =>
    [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ].slice(0, first),
}

test('a query is answered with what it asks for: aliases, variables, defaults, fragments of its type', () => {
  expect(execute(document('Cart'), {}, { cart })).toEqual({
    cart: { count: 2, lines: [{ title: 'A', id: 'a' }] },
  })
  expect(execute(document('Shop'), { first: 2 }, { cart })).toEqual({
    cart: { count: 2, lines: [{ id: 'a' }, { id: 'b' }] },
  })
})

test('a field that the stub does not know is an error', () => {
  expect(() => execute(document('Cart'), {}, { cart: { __typename: 'Cart', lines: () => [] } })).toThrow(
    'Cart has no field total',
  )
})
