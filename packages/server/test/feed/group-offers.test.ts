import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedOf, imported, offerOf } from './recording-sink.ts'

const shirt = (id: string, colour: string, size: string, more = '') =>
  offerOf({
    id,
    attributes: 'group_id="shirt"',
    name: `Футболка «Лес», ${colour}, ${size}`,
    rest: `<param name="Цвет">${colour}</param><param name="Размер">${size}</param><param name="Ткань">хлопок</param>
      <picture>shirt-${colour}.svg</picture>${more}`,
  })

test('makes one product of a group, with options from what differs', async () => {
  const { products } = await imported(
    feedOf(
      shirt('s1', 'белая', 'S', '<count>3</count>'),
      offerOf({ id: 'between' }),
      shirt('s2', 'белая', 'M'),
      shirt('s3', 'чёрная', 'S'),
    ),
  )
  expect(products.map(({ id }) => id)).toEqual(['between', 'g:shirt'])
  expect(products[1]).toMatchObject({
    title: 'Футболка «Лес»',
    pictures: [{ url: 'shirt-белая.svg' }, { url: 'shirt-чёрная.svg' }],
    options: [
      { name: 'Цвет', values: ['белая', 'чёрная'] },
      { name: 'Размер', values: ['S', 'M'] },
    ],
    attributes: [{ name: 'Ткань', value: 'хлопок' }],
    variants: [
      { id: 's1', stock: 3, options: { Цвет: 'белая', Размер: 'S' }, picture: { url: 'shirt-белая.svg' } },
      { id: 's2', stock: null, options: { Цвет: 'белая', Размер: 'M' } },
      { id: 's3', options: { Цвет: 'чёрная', Размер: 'S' }, picture: { url: 'shirt-чёрная.svg' } },
    ],
  })
})

test('keeps the order of the file in positions, though groups are saved last', async () => {
  const { products } = await imported(
    feedOf(offerOf({ id: 'a' }), shirt('s1', 'белая', 'S'), offerOf({ id: 'b' }), shirt('s2', 'белая', 'M')),
  )
  const ordered = products.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
  expect(products.map(({ id }) => id)).toEqual(['a', 'b', 'g:shirt'])
  expect(ordered.map(({ id }) => id)).toEqual(['a', 'g:shirt', 'b'])
})

test('gives a group of one offer no options', async () => {
  const { products } = await imported(feedOf(shirt('s1', 'белая', 'S')))
  expect(products[0]).toMatchObject({ id: 'g:shirt', options: [], variants: [{ id: 's1', options: {} }] })
  expect(products[0]?.attributes).toHaveLength(3)
})

test('keeps a group and an offer of the same id apart', async () => {
  const { products } = await imported(
    feedOf(offerOf({ id: 'x' }), offerOf({ id: 'y', attributes: 'group_id="x"' }), offerOf({ id: 'g:x' })),
  )
  expect(new Set(products.map(({ id }) => id)).size).toBe(3)
})

test('leaves a refused member out of its group', async () => {
  const { products, report } = await imported(
    feedOf(
      shirt('s1', 'белая', 'S'),
      shirt('s2', 'белая', 'M').replace('790', 'x'),
      shirt('s3', 'белая', 'L'),
    ),
  )
  expect(products[0]?.variants.map(({ id }) => id)).toEqual(['s1', 's3'])
  expect(report.offers).toEqual({ taken: 2, refused: 1 })
})

test('writes a dash where a member lacks what the others have', async () => {
  const without = shirt('s2', 'белая', 'M').replace(/<param name="Размер">M<\/param>/, '')
  const { products } = await imported(feedOf(shirt('s1', 'белая', 'S'), without, shirt('s3', 'белая', 'L')))
  expect(products[0]?.options).toEqual([{ name: 'Размер', values: ['S', '—', 'L'] }])
})

test('tells variants with the same params apart by name, and says so', async () => {
  const twin = (id: string, name: string) => offerOf({ id, name, attributes: 'group_id="tea"' })
  const { products, report } = await imported(feedOf(twin('a', 'Чай чёрный'), twin('b', 'Чай зелёный')))
  expect(products[0]?.title).toBe('Чай')
  expect(products[0]?.options).toEqual([{ name: 'Вариант', values: ['Чай чёрный', 'Чай зелёный'] }])
  expect(report.counts).toEqual([{ code: 'same-options', count: 1 }])
})

const members = fc.uniqueArray(
  fc.record({
    group: fc.constantFrom('', 'g1', 'g2', '__proto__'),
    id: fc.stringMatching(/^[a-z0-9]{1,4}$/),
    params: fc.dictionary(
      fc.constantFrom('Цвет', 'Размер', 'Ткань', 'toString'),
      fc.constantFrom('a', 'b', 'c'),
    ),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
)

test('groups the same offers alike in every order', async () => {
  await fc.assert(
    fc.asyncProperty(members, fc.infiniteStream(fc.nat()), async (offers, random) => {
      const xml = offers.map(({ id, group, params }) =>
        offerOf({
          id,
          attributes: group && `group_id="${group}"`,
          rest: Object.entries(params)
            .map(([name, value]) => `<param name="${name}">${value}</param>`)
            .join(''),
        }),
      )
      const shuffled = xml
        .map((offer) => ({ offer, key: random.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ offer }) => offer)
      const one = await imported(feedOf(...xml))
      const other = await imported(feedOf(...shuffled))
      expect(normal(other.products)).toEqual(normal(one.products))
      for (const { options, variants } of one.products) {
        const choices = variants.map((variant) =>
          JSON.stringify(options.map(({ name }) => variant.options[name])),
        )
        expect(new Set(choices).size).toBe(variants.length)
        for (const { name, values } of options) {
          for (const variant of variants) expect(values).toContain(variant.options[name])
        }
      }
    }),
    { numRuns: 100 },
  )
})

type Products = Awaited<ReturnType<typeof imported>>['products']

function normal(products: Products) {
  const byText = <Value>(values: Value[]) =>
    values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return byText(
    products.map(({ id, options, variants, attributes }) => ({
      id,
      options: byText(options.map(({ name, values }) => ({ name, values: byText(values) }))),
      variants: byText(
        variants.map((variant) => ({ id: variant.id, options: byText(Object.entries(variant.options)) })),
      ),
      attributes: byText(attributes),
    })),
  )
}
