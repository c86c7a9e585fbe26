import { categoriesSchema, facetsSchema, productPageSchema, productSchema } from '@vitrina/api/schemas'
import type { Product } from '@vitrina/core'
import { sql } from 'kysely'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { databaseSink } from '../src/index.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, product, rub, send, type TestShop } from './open-shop.ts'

async function find(shop: TestShop, query: string) {
  const { status, body } = await send(shop.server, shop.shop.id, 'GET', `/products${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return v.parse(productPageSchema, body)
}

const idsOf = (products: Product[]) => products.map(({ id }) => id)

onEachDatabase((database) => {
  test('shows a product with words for its stock and addresses for its pictures', async () => {
    const shop = await openShop(database(), {
      products: [
        product('mug', 3, {
          vendor: 'Глина',
          pictures: [{ url: 'mugs/тёмно синяя.svg' }, { url: 'https://cdn.example/mug.webp' }],
          options: [{ name: 'Цвет', values: ['синий', 'белый', 'жёлтый', 'серый'] }],
          variants: [6, 5, 0, null].map((stock, index) => ({
            id: `mug-${index}`,
            sku: `m${index}`,
            price: rub(100_00),
            compareAt: rub(150_00),
            stock,
            options: { Цвет: ['синий', 'белый', 'жёлтый', 'серый'][index] ?? '' },
          })),
        }),
      ],
    })
    const { status, body } = await send(shop.server, shop.shop.id, 'GET', '/products/mug')
    expect(status).toBe(200)
    const mug = v.parse(productSchema, body)
    expect(mug.variants.map(({ availability }) => availability)).toEqual([
      'in-stock',
      'few-left',
      'sold-out',
      'in-stock',
    ])
    expect(mug.pictures.map(({ url }) => url)).toEqual([
      `https://shop.example/pictures/mugs/${encodeURI('тёмно синяя.svg')}`,
      'https://cdn.example/mug.webp',
    ])
    expect(mug).toMatchObject({ vendor: 'Глина', variants: [{ compareAt: rub(150_00) }, {}, {}, {}] })
    expect(JSON.stringify(body)).not.toContain('stock":')
  })

  test('pages through everything once, in the order of the feed', async () => {
    const all = Array.from({ length: 25 }, (_, index) => product(`p${(index * 7) % 25}`))
    const shop = await openShop(database(), { products: all })
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await find(shop, `?limit=4${cursor ? `&cursor=${cursor}` : ''}`)
      expect(page.products.length).toBeLessThanOrEqual(4)
      found.push(...idsOf(page.products))
      cursor = page.next
    } while (cursor)
    expect(found).toEqual(all.map(({ id }) => id))
  })

  test.each([
    ['КРУЖКА', ['tall', 'low']],
    ['кружка высокая', ['tall']],
    ['лён', ['towel']],
    ['лен', ['towel']],
    ['глин', ['tall']],
    ['100%', ['towel']],
    ['10_%', []],
    ["'; drop table products; --", []],
  ])('finds %j', async (search, expected) => {
    const shop = await openShop(database(), {
      products: [
        product('tall', null, { title: 'Кружка Высокая', vendor: 'Глина' }),
        product('low', null, { title: 'Низкая кружка' }),
        product('towel', null, { title: 'Полотенце, ЛЁН 100%' }),
      ],
    })
    const page = await find(shop, `?search=${encodeURIComponent(search)}`)
    expect(idsOf(page.products)).toEqual(expected)
  })

  test('gives products by their ids, in that order, without those that are not there', async () => {
    const shop = await openShop(database(), { products: ['a', 'b', 'c'].map((id) => product(id)) })
    expect(idsOf((await find(shop, '?ids=c,never,a')).products)).toEqual(['c', 'a'])
  })

  test('counts and finds the products of a category and of those below it', async () => {
    const shop = await openShop(database())
    const sink = databaseSink(database(), shop.shop)
    await sink.saveCategories([
      { id: 'home', title: 'Дом' },
      { id: 'cups', title: 'Кружки', parentId: 'home' },
      { id: 'odd', title: 'По кругу', parentId: 'even' },
      { id: 'even', title: 'По кругу', parentId: 'odd' },
    ])
    await sink.saveProduct(product('mug'))
    await sink.saveProduct(product('rug', null, { categoryId: 'home' }))
    await sink.saveProduct(product('ring', null, { categoryId: 'odd' }))
    await sink.flush()
    const { body } = await send(shop.server, shop.shop.id, 'GET', '/categories')
    expect(v.parse(categoriesSchema, body).categories.map(({ id, products }) => [id, products])).toEqual([
      ['home', 2],
      ['cups', 1],
      ['odd', 1],
      ['even', 1],
    ])
    expect(idsOf((await find(shop, '?category=home')).products)).toEqual(['mug', 'rug'])
    expect(idsOf((await find(shop, '?category=cups')).products)).toEqual(['mug'])
    expect(idsOf((await find(shop, '?category=even')).products)).toEqual(['ring'])
    expect(idsOf((await find(shop, '?category=none')).products)).toEqual([])
  })

  test('puts the cheap first by the price that is shown, which moves when something sells out', async () => {
    const cheap = (id: string, stock: number, price: number) => ({
      id,
      sku: id,
      price: rub(price),
      stock,
      options: {},
    })
    const shop = await openShop(database(), {
      products: [
        product('dear', null, { variants: [cheap('dear-v', 9, 900)] }),
        product('two', null, { variants: [cheap('two-cheap', 1, 100), cheap('two-dear', 9, 950)] }),
        product('gone', null, { variants: [cheap('gone-dear', 0, 800), cheap('gone-cheap', 0, 300)] }),
        product('same', null, { variants: [cheap('same-v', 9, 900)] }),
      ],
    })
    const walk = async (sort: string) => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await find(shop, `?sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`)
        found.push(...idsOf(page.products))
        cursor = page.next
      } while (cursor)
      return found.join(' ')
    }
    expect(await walk('cheap-first')).toBe('two gone dear same')
    expect(await walk('dear-first')).toBe('same dear gone two')
    const buyer = await shop.buyer()
    await buyer.put('two-cheap', 1)
    await buyer.placed()
    shop.clock.advance(60_000)
    expect(await walk('cheap-first')).toBe('gone dear same two')
    expect(idsOf((await find(shop, '?minPrice=901&maxPrice=950')).products)).toEqual(['two'])
    expect(idsOf((await find(shop, '?inStock=true&maxPrice=900')).products)).toEqual(['dear', 'same'])
  })

  test('narrows by options of one variant, of what can be bought, and in the order of prices', async () => {
    const sized = (id: string, sizes: Record<string, number>, colour: string, price: number) =>
      product(id, null, {
        options: [
          { name: 'Размер', values: Object.keys(sizes) },
          { name: 'Цвет \' " :', values: [colour] },
        ],
        variants: Object.entries(sizes).map(([size, stock]) => ({
          id: `${id}-${size}`,
          sku: id,
          price: rub(price),
          stock,
          options: { Размер: size, 'Цвет \' " :': colour },
        })),
      })
    const shop = await openShop(database(), {
      products: [
        sized('one', { S: 1, M: 0 }, 'синий', 500),
        sized('two', { M: 2, L: 2 }, 'синий', 300),
        sized('three', { M: 2 }, 'белый', 400),
        product('plain'),
      ],
    })
    const narrowed = async (options: object, more = '') =>
      idsOf(
        (await find(shop, `?options=${encodeURIComponent(JSON.stringify(options))}${more}`)).products,
      ).join(' ')
    expect(await narrowed({ Размер: ['M'] })).toBe('one two three')
    expect(await narrowed({ Размер: ['M'] }, '&inStock=true')).toBe('two three')
    expect(await narrowed({ Размер: ['S', 'L'] })).toBe('one two')
    expect(await narrowed({ Размер: ['M'], 'Цвет \' " :': ['синий'] }, '&sort=cheap-first')).toBe('two one')
    expect(await narrowed({ Размер: ["') or true --"] })).toBe('')
    const { body } = await send(shop.server, shop.shop.id, 'GET', '/facets?search=кружка&maxPrice=400')
    expect(v.parse(facetsSchema, body)).toEqual({
      products: 2,
      prices: { min: rub(300), max: rub(129000) },
      options: [
        {
          name: 'Размер',
          values: [
            { value: 'S', products: 1 },
            { value: 'M', products: 3 },
            { value: 'L', products: 1 },
          ],
        },
        {
          name: 'Цвет \' " :',
          values: [
            { value: 'синий', products: 2 },
            { value: 'белый', products: 1 },
          ],
        },
      ],
    })
  })

  test('tells no more than twenty options of fifty values, those of most products', async () => {
    const options = Array.from({ length: 25 }, (_, index) => ({
      name: `option ${index}`,
      values: Array.from({ length: index === 3 ? 60 : 2 }, (_, place) => `value ${place}`),
    }))
    const shop = await openShop(database(), {
      products: [product('all', null, { options }), product('some', null, { options: options.slice(20) })],
    })
    const { body } = await send(shop.server, shop.shop.id, 'GET', '/facets')
    const facets = v.parse(facetsSchema, body)
    expect(facets.options.length).toBe(20)
    expect(facets.options.slice(0, 5).map(({ name }) => name)).toEqual(
      options.slice(20).map(({ name }) => name),
    )
    expect(Math.max(...facets.options.map(({ values }) => values.length))).toBe(50)
  })

  test.each([
    'sort=new',
    'sort=',
    'minPrice=-1',
    'minPrice=1.5',
    'minPrice=2&maxPrice=1',
    'maxPrice=9999999999999999',
    'inStock=yes',
    'seller=',
    'options=Size',
    'options=[]',
    'options={"Size":"S"}',
    'options={"Size":[]}',
    `options=${JSON.stringify(Object.fromEntries(Array.from({ length: 21 }, (_, index) => [index, ['x']])))}`,
  ])('refuses the filter %s', async (query) => {
    const { server, shop } = await openShop(database())
    for (const path of query.startsWith('sort') ? ['/products'] : ['/products', '/facets']) {
      const { status, body } = await send(server, shop.id, 'GET', `${path}?${query}`)
      expect([path, status, body.code]).toEqual([path, 400, 'invalid'])
    }
  })

  test('refuses the cursor of a list in another order', async () => {
    const shop = await openShop(database(), { products: [product('a'), product('b')] })
    const orders = ['featured', 'cheap-first', 'dear-first']
    for (const sort of orders) {
      const { next } = await find(shop, `?limit=1&sort=${sort}`)
      for (const other of orders) {
        const query = `/products?limit=1&sort=${other}&cursor=${next}`
        const { status } = await send(shop.server, shop.shop.id, 'GET', query)
        expect([sort, other, status]).toEqual([sort, other, sort === other ? 200 : 400])
      }
    }
  })

  test.each(['?limit=0', '?limit=101', '?cursor=xx', '?ids=', '?ids=a b', '?page=2', '?limit=1&limit=2'])(
    'refuses %s',
    async (query) => {
      const { server, shop } = await openShop(database())
      const { status, body } = await send(server, shop.id, 'GET', `/products${query}`)
      expect([status, body.code]).toEqual([400, 'invalid'])
    },
  )

  test('an import sells out what the feed no longer has, and a broken one closes no shelf', async () => {
    const shop = await openShop(database())
    const variants = ['m', 'l'].map((id) => ({ id, sku: id, price: rub(1), stock: null, options: {} }))
    const first = databaseSink(database(), shop.shop)
    for (const item of [product('shirt', null, { variants }), product('mug'), product('hat')]) {
      await first.saveProduct(item)
    }
    await first.finish()
    const broken = databaseSink(database(), shop.shop)
    await broken.saveProduct(product('mug'))
    await broken.flush()
    const states = async () =>
      (await find(shop, '')).products.map(({ id, variants }) => [
        id,
        variants.map((variant) => `${variant.id} ${variant.availability}`).join(', '),
      ])
    expect(Object.fromEntries(await states())).toMatchObject({ hat: 'hat-v in-stock', mug: 'mug-v in-stock' })
    const whole = databaseSink(database(), shop.shop)
    await whole.saveProduct(product('mug'))
    await whole.saveProduct(product('shirt', null, { variants: variants.slice(0, 1) }))
    await whole.finish()
    expect(Object.fromEntries(await states())).toEqual({
      mug: 'mug-v in-stock',
      shirt: 'm in-stock',
      hat: 'hat-v sold-out',
    })
  })

  test('takes thousands of products, and the same id twice', async () => {
    const shop = await openShop(database())
    const sink = databaseSink(database(), shop.shop)
    for (let index = 0; index < 2500; index++) await sink.saveProduct(product(`p${index % 2000}`))
    await sink.finish()
    const { count } = await database()
      .kysely.selectFrom('products')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('shop_id', '=', shop.shop.id)
      .executeTakeFirstOrThrow()
    expect(count).toBe(2000)
  })

  test('an import tells the planner how large the catalogue is', async () => {
    await openShop(database(), { products: [product('mug')] })
    const { rows } = await sql<{ counted: boolean }>`
      select reltuples > 0 as counted from pg_class where relname in ('products', 'variants')
    `.execute(database().kysely)
    expect(rows).toEqual([{ counted: true }, { counted: true }])
  })

  test('may be kept for a moment, and asked for again by its tag', async () => {
    const { server, shop } = await openShop(database(), { products: [product('mug')] })
    const first = await send(server, shop.id, 'GET', '/products')
    expect(first.headers.get('cache-control')).toBe('public, max-age=10')
    const etag = first.headers.get('etag') ?? ''
    const again = await send(server, shop.id, 'GET', '/products', undefined, { 'if-none-match': etag })
    expect([again.status, again.body]).toEqual([304, undefined])
    const other = await send(server, shop.id, 'GET', '/products', undefined, { 'if-none-match': '"x"' })
    expect(other.status).toBe(200)
  })
})
