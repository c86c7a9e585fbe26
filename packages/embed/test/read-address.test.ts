import { expect, test } from 'vitest'
import { readAddress } from '../src/read-address.ts'

const page = 'https://blog.example/post/1'
const read = (query: string) => readAddress(`https://shop.example/vitrina.js${query}`, page)

test('the shop is enough: its server is where the script came from', () => {
  expect(read('?shop=lavka')).toEqual({ ok: true, value: { shop: 'lavka', server: 'https://shop.example' } })
})

test('reads everything that may stand there', () => {
  const query = '?shop=lavka&server=https://api.example/v/&launch=/me/launch&lang=en&scheme=dark'
  expect(read(query)).toEqual({
    ok: true,
    value: {
      shop: 'lavka',
      server: 'https://api.example/v',
      launch: '/me/launch',
      locale: 'en',
      scheme: 'dark',
    },
  })
})

test.each([
  ['', 'it does not say which shop: add ?shop= and the id of yours.'],
  ['?shop=', 'it does not say which shop: add ?shop= and the id of yours.'],
  ['?shop=lavka&sever=x', '"sever" is not known there: shop, server, launch, lang, scheme are.'],
  [
    '?shop=lavka&server=shop.example',
    '"server" is a web address like https://shop.example, not "shop.example".',
  ],
  [
    '?shop=lavka&server=javascript:alert(1)',
    '"server" is a web address like https://shop.example, not "javascript:alert(1)".',
  ],
  [
    '?shop=lavka&launch=https://evil.example/launch',
    '"launch" is a path on this page\'s own server, not "https://evil.example/launch".',
  ],
  [
    '?shop=lavka&launch=//evil.example',
    '"launch" is a path on this page\'s own server, not "//evil.example".',
  ],
  ['?shop=lavka&scheme=sepia', '"scheme" is light or dark, not "sepia".'],
])('%s is refused in a sentence', (query, sentence) => {
  expect(read(query)).toEqual({ ok: false, error: sentence })
})
