import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { importFeed } from '../../src/feed/index.ts'
import { feedOf, imported, inPieces, offerOf } from './recording-sink.ts'

test('takes an offer as a product with one variant', async () => {
  const rest = `<vendor>Гжель</vendor><vendorCode>G-7</vendorCode><oldprice>990,50</oldprice><count>3</count>
    <picture>mug.svg</picture><param name="Объём" unit="мл">330</param>
    <description><![CDATA[<p>Тёплая.</p><ul><li>Глина</li></ul>]]></description>`
  const { products, report, ended } = await imported(feedOf(offerOf({ rest })))
  expect(products).toEqual([
    {
      position: 0,
      id: 'mug',
      title: 'Кружка',
      description: 'Тёплая.\n\n• Глина',
      categoryId: '2',
      vendor: 'Гжель',
      pictures: [{ url: 'mug.svg' }],
      options: [],
      variants: [
        {
          id: 'mug',
          sku: 'G-7',
          price: { amount: 79000, currency: 'RUB' },
          compareAt: { amount: 99050, currency: 'RUB' },
          options: {},
          stock: 3,
        },
      ],
      attributes: [{ name: 'Объём', value: '330 мл' }],
    },
  ])
  expect(report).toMatchObject({ offers: { taken: 1, refused: 0 }, products: 1, variants: 1, categories: 2 })
  expect(ended).toBe('finished')
})

test('leaves stock unknown where the feed does not count', async () => {
  const { products } = await imported(
    feedOf(
      offerOf({ id: 'a' }),
      offerOf({ id: 'b', attributes: 'available="true"' }),
      offerOf({ id: 'c', attributes: 'available="false"', rest: '<count>7</count>' }),
      offerOf({ id: 'd', rest: '<count>0</count>' }),
      offerOf({
        id: 'e',
        rest: '<outlets><outlet id="1" instock="2"/><outlet id="2" instock="3"/></outlets>',
      }),
      offerOf({ id: 'f', rest: '<count>-4</count>' }),
      offerOf({ id: 'g', rest: '<count>много</count>' }),
    ),
  )
  expect(products.map(({ variants }) => variants[0]?.stock)).toEqual([null, null, 0, 0, 5, 0, null])
})

test('names an offer of type vendor.model from its parts', async () => {
  const offer = `<offer id="1" type="vendor.model"><typePrefix>Лампа</typePrefix><vendor>Свет</vendor><model>Л-1</model>
    <price>10</price><categoryId>1</categoryId></offer>`
  const { products } = await imported(feedOf(offer))
  expect(products[0]?.title).toBe('Лампа Свет Л-1')
})

test('refuses bad offers by line and takes the rest', async () => {
  const { report, products } = await imported(
    feedOf(
      offerOf({ id: 'good' }),
      offerOf({ id: '' }),
      offerOf({ id: 'good' }),
      offerOf({ id: 'nameless', name: ' ' }),
      offerOf({ id: 'free', price: '0' }),
      offerOf({ id: 'odd', price: 'по запросу' }),
      offerOf({ id: 'priceless', price: '' }),
      offerOf({ id: 'dollars', rest: '<currencyId>USD</currencyId>' }),
      '<offer id="lost"><name>А</name><price>1</price></offer>',
      '<offer id="astray"><name>А</name><price>1</price><categoryId>77</categoryId></offer>',
      '<offer id="unclosed"><name>А<price>1</price><categoryId>1</categoryId></offer>',
      '<offer id="angles"><name>А < Б</name><price>1</price><categoryId>1</categoryId></offer>',
      '<offer id="endless"><name>А</name><price>1</price><categoryId>1</categoryId>',
      offerOf({ id: 'last' }),
    ),
  )
  expect(products.map(({ id }) => id)).toEqual(['good', 'last'])
  expect(report.offers).toEqual({ taken: 2, refused: 12 })
  expect(report.problems.map(({ line, offer, code }) => [line, offer, code])).toEqual([
    [6, undefined, 'no-id'],
    [7, 'good', 'duplicate-id'],
    [8, 'nameless', 'no-name'],
    [9, 'free', 'bad-price'],
    [10, 'odd', 'bad-price'],
    [11, 'priceless', 'no-price'],
    [12, 'dollars', 'other-currency'],
    [13, 'lost', 'no-category'],
    [14, 'astray', 'unknown-category'],
    [15, 'unclosed', 'broken-offer'],
    [16, 'angles', 'broken-offer'],
    [17, 'endless', 'broken-offer'],
    [19, undefined, 'broken-xml'],
  ])
})

test('takes the colour that a feed gives to a picture', async () => {
  const rest = `<picture color="#8A9bb0">https://shop.example/a.png</picture><picture color="url(x)">b.png</picture>`
  const { products } = await imported(feedOf(offerOf({ rest })))
  expect(products[0]?.pictures).toEqual([
    { url: 'https://shop.example/a.png', color: '#8A9bb0' },
    { url: 'b.png' },
  ])
})

test('warns of what it leaves out of an offer that it takes', async () => {
  const rest = `<oldprice>100</oldprice><count>~5</count><vat>20%</vat><picture>javascript:alert(1)</picture><picture>data:image/png;base64,AA</picture>
    <picture>../secret.png</picture><picture>https://shop.example/a.png</picture><param name="">x</param><param name="__proto__">x</param>`
  const { report, products } = await imported(feedOf(offerOf({ rest })))
  expect(products[0]?.pictures).toEqual([{ url: 'https://shop.example/a.png' }])
  expect(products[0]?.variants[0]).not.toHaveProperty('compareAt')
  expect(products[0]?.attributes).toEqual([])
  expect(report.offers).toEqual({ taken: 1, refused: 0 })
  expect(report.counts).toEqual([
    { code: 'bad-vat', count: 1 },
    { code: 'bad-old-price', count: 1 },
    { code: 'bad-count', count: 1 },
    { code: 'bad-picture', count: 3 },
    { code: 'bad-param', count: 2 },
  ])
})

test('gives each variant the VAT of its offer, and none where the feed does not say', async () => {
  const offers = [
    offerOf({ id: 'a', rest: '<vat>VAT_10</vat>' }),
    offerOf({ id: 'b', rest: '<vat>NO_VAT</vat>' }),
    offerOf({ id: 'c' }),
  ]
  const { products } = await imported(feedOf(...offers))
  expect(products.map(({ variants }) => variants[0]?.vatRate)).toEqual([10, null, undefined])
})

test('counts every problem and keeps the first ones', async () => {
  const offers = Array.from({ length: 50 }, (_, index) => offerOf({ id: `o${index}`, price: 'x' }))
  const { report } = await imported(feedOf(...offers, offerOf()), { maxProblems: 10 })
  expect(report.problems).toHaveLength(10)
  expect(report.counts).toEqual([{ code: 'bad-price', count: 50 }])
  expect(report.offers).toEqual({ taken: 1, refused: 50 })
})

test('takes what stands before a cut and closes no shelf', async () => {
  const whole = feedOf(
    offerOf({ id: 'a' }),
    offerOf({ id: 'b', attributes: 'group_id="g"' }),
    offerOf({ id: 'c' }),
  )
  const { report, products, ended } = await imported(whole.slice(0, whole.indexOf('id="c"') + 60))
  expect(products.map(({ id }) => id)).toEqual(['a', 'g:g'])
  expect(report.stopped).toMatchObject({ code: 'cut-off', line: 7, offer: 'c' })
  expect(report.offers).toEqual({ taken: 2, refused: 1 })
  expect(ended).toBe('flushed')
})

test('stops where the XML between offers breaks', async () => {
  const { report, products, ended } = await imported(
    feedOf(offerOf({ id: 'a' }), '</shop>', offerOf({ id: 'b' })),
  )
  expect(products.map(({ id }) => id)).toEqual(['a'])
  expect(report.stopped).toMatchObject({ code: 'broken-xml', line: 6 })
  expect(ended).toBe('flushed')
})

test('does not finish an import that found nothing to sell', async () => {
  const empty = await imported(feedOf())
  expect(empty.report.stopped?.code).toBe('no-offers')
  expect(empty.ended).toBe('flushed')
  const page = await imported('<!DOCTYPE html><html><body>404</body></html>')
  expect(page.report.stopped?.code).toBe('not-a-feed')
  expect(page.ended).toBe('flushed')
  expect((await imported('')).report.stopped?.code).toBe('not-a-feed')
})

test('says where the reading of the bytes failed and keeps what came before', async () => {
  async function* broken() {
    yield Buffer.from(feedOf(offerOf()).slice(0, -20))
    throw new Error('connection reset')
  }
  let saved = 0
  const report = await importFeed(broken(), {
    saveCategories: async () => {},
    saveProduct: async () => {
      saved++
    },
    flush: async () => {},
    finish: async () => expect.unreachable(),
  })
  expect(saved).toBe(1)
  expect(report.stopped).toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('connection reset'),
  })
})

test('rejects when the sink does', async () => {
  const full = { saveProduct: () => Promise.reject(new Error('disk full')) }
  const sink = { saveCategories: async () => {}, flush: async () => {}, finish: async () => {}, ...full }
  await expect(importFeed(inPieces(Buffer.from(feedOf(offerOf())), 99), sink)).rejects.toThrow('disk full')
})

test('reads the same feed in any pieces and packings', async () => {
  const feed = feedOf(
    offerOf({ name: 'Чашка &amp; блюдце — 😀', rest: '<url>https://a.example/?a=1&b=2</url>' }),
  )
  const { products: expected } = await imported(feed, { pieceSize: 100_000 })
  expect(expected[0]?.title).toBe('Чашка & блюдце — 😀')
  for (const pieceSize of [1, 2, 3, 7, 64]) {
    expect((await imported(feed, { pieceSize })).products).toEqual(expected)
    expect((await imported(gzipSync(feed), { pieceSize })).products).toEqual(expected)
    expect((await imported(`\ufeff${feed}`, { pieceSize })).products).toEqual(expected)
  }
})

test('reads a feed whose categories stand after its offers', async () => {
  const feed = `<yml_catalog><shop><offers>${offerOf({ id: 'a' })}${offerOf({ id: 'b' })}</offers>
    <categories><category id="2">Кружки</category></categories></shop></yml_catalog>`
  const { products, report } = await imported(feed)
  expect(products.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(report.counts).toEqual([])
})
