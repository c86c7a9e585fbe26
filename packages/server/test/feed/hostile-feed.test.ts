import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedOf, imported, offerOf } from './recording-sink.ts'

const withDoctype = (doctype: string, name = 'Кружка') =>
  feedOf(offerOf({ name })).replace('<yml_catalog', `${doctype}<yml_catalog`)

test('takes the DOCTYPE of real feeds and loads nothing for it', async () => {
  const { products, report } = await imported(withDoctype('<!DOCTYPE yml_catalog SYSTEM "shops.dtd">'))
  expect(products).toHaveLength(1)
  expect(report.counts).toEqual([])
})

test('refuses entities that expand or read files', async () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  const billion = withDoctype(`<!DOCTYPE yml_catalog [<!ENTITY l0 "lol">${laughs}]>`, '&l9;')
  const file = withDoctype('<!DOCTYPE yml_catalog [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;')
  const parameter = withDoctype('<!DOCTYPE yml_catalog [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]>')
  for (const feed of [billion, file, parameter]) {
    const { report, products, ended } = await imported(feed)
    expect(report.stopped?.code).toBe('entity-declared')
    expect(products).toEqual([])
    expect(ended).toBe('flushed')
  }
})

test('leaves undeclared entities as text', async () => {
  const { products } = await imported(feedOf(offerOf({ name: 'А&nbsp;&x;&constructor;&__proto__;' })))
  expect(products[0]?.title).toBe('А &x;&constructor;&__proto__;')
})

test('stops at a depth and at a number of attributes that no feed has', async () => {
  const deep = await imported(feedOf(offerOf(), '<a>'.repeat(100_000)))
  expect(deep.report.stopped).toMatchObject({ code: 'too-deep', line: 6 })
  expect(deep.products).toHaveLength(1)
  const attributes = Array.from({ length: 20_000 }, (_, index) => `a${index}="1"`).join(' ')
  const wide = await imported(
    feedOf(offerOf(), `<offer id="wide" ${attributes}></offer>`, offerOf({ id: 'last' })),
  )
  expect(wide.report.stopped).toMatchObject({ code: 'too-many-attributes', line: 6 })
  expect(wide.products).toHaveLength(1)
})

test('refuses an offer of more than a megabyte and reads on', async () => {
  const { report, products } = await imported(
    feedOf(
      offerOf({ id: 'huge', rest: `<description>${'я'.repeat(1_100_000)}</description>` }),
      offerOf({
        id: 'many',
        rest: '<param name="a">b</param>'.repeat(5) + '<picture>aaaaaaaaaa</picture>'.repeat(110_000),
      }),
      offerOf({ id: 'small' }),
    ),
    { pieceSize: 50_000 },
  )
  expect(products.map(({ id }) => id)).toEqual(['small'])
  expect(report.counts).toEqual([{ code: 'offer-too-large', count: 2 }])
})

test('stops at text without an end', async () => {
  for (const opening of ['<name>', '<!-- ', '<![CDATA[', '<name a="', '<?pi ', '<!DOCTYPE x [']) {
    const feed = feedOf(offerOf()).replace('<offers>', `<offers>${opening}${'я'.repeat(9_000_000)}`)
    const { report } = await imported(feed, { pieceSize: 64_000 })
    expect(report.stopped?.code).toMatch(/too-large|broken-xml/)
  }
})

test('survives names that mean something to JavaScript', async () => {
  const rest =
    '<param name="__proto__">x</param><param name="toString">да</param><__proto__>y</__proto__><constructor/>'
  const group = 'group_id="__proto__"'
  const { products } = await imported(
    feedOf(
      offerOf({ id: '__proto__', attributes: group, rest }),
      offerOf({ id: 'constructor', attributes: group, rest: rest.replace('да', 'нет') }),
    ),
  )
  expect(products[0]?.id).toBe('g:__proto__')
  expect(products[0]?.variants.map(({ id, options }) => [id, Object.entries(options)])).toEqual([
    ['__proto__', [['toString', 'да']]],
    ['constructor', [['toString', 'нет']]],
  ])
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('gets through floods of angle brackets in time', async () => {
  const start = performance.now()
  const { products } = await imported(
    feedOf(offerOf({ id: 'flood', name: '<'.repeat(200_000) }), offerOf({ id: 'last' })),
  )
  expect(performance.now() - start).toBeLessThan(5000)
  expect(products.length).toBeLessThanOrEqual(1)
})

test('gets through a flood of slips in time', async () => {
  const before = process.cpuUsage()
  const { report } = await imported(
    feedOf(offerOf({ name: ']]>'.repeat(200_000) }), offerOf({ id: 'last' })),
    {
      pieceSize: 64_000,
    },
  )
  // With a stack for each slip it takes more than three seconds.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1.5)
  expect(report.counts).toEqual([{ code: 'broken-offer', count: 1 }])
})

test('never rejects, whatever is cut out of or put into a feed', async () => {
  const feed = feedOf(
    ...['a', 'b', 'c'].map((id) => offerOf({ id, rest: '<description><![CDATA[<p>x</p>]]></description>' })),
  )
  const noise = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    '</offer>',
    '<offer>',
    ']]>',
    '<![CDATA[',
    '\0',
    '</offers>',
    '<!--',
    '?>',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.nat(feed.length),
      fc.nat(40),
      fc.array(noise, { maxLength: 4 }),
      async (at, gone, put) => {
        const { report, products, ended } = await imported(
          feed.slice(0, at) + put.join('') + feed.slice(at + gone),
        )
        expect(report.offers.taken).toBe(products.length)
        expect(ended).toBe(report.stopped ? 'flushed' : 'finished')
      },
    ),
    { numRuns: 300 },
  )
})

test('leaves no temporary file behind', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vitrina-feed-'))
  const before = left()
  const description = `<description>${'я'.repeat(3000)}</description>`
  const offers = Array.from({ length: 600 }, (_, n) =>
    offerOf({ id: `o${n}`, attributes: `group_id="g${n}"`, rest: description }),
  )
  const { products } = await imported(feedOf(...offers), { pieceSize: 64_000 })
  expect(products).toHaveLength(600)
  expect(products.every((product) => product.description.length === 3000)).toBe(true)
  expect(left()).toEqual(before)
})
