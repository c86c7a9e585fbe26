import { cartChangesSchema, productSchema } from '@vitrina/api/schemas'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { openShop, product, rub, send } from './open-shop.ts'

const template = 'https://img.example/{width}/?from={url}'
const photo = { url: 'https://cdn.example/mug 1.webp?a=1&b={width}', color: '#aabbcc' }
const sized = (width: number) => ({
  width,
  url: `https://img.example/${width}/?from=https%3A%2F%2Fcdn.example%2Fmug%201.webp%3Fa%3D1%26b%3D%7Bwidth%7D`,
})

function mug() {
  return product('mug', 3, {
    pictures: [photo, { url: 'mug-blue.svg' }],
    variants: [
      {
        id: 'mug-v',
        sku: 'mug',
        price: rub(129000),
        stock: 3,
        options: {},
        picture: { url: photo.url },
      },
    ],
  })
}

onEachDatabase((database) => {
  test('offers photographs in the sizes of the resizer, and drawings as they are', async () => {
    const shop = await openShop(database(), { products: [mug()] }, { resizer: { template } })
    const { body } = await send(shop.server, shop.shop.id, 'GET', '/products/mug')
    const { pictures, variants } = v.parse(productSchema, body)
    const whole = { ...photo, sources: [160, 320, 640, 1280].map(sized) }
    expect(pictures).toEqual([whole, { url: 'https://shop.example/pictures/mug-blue.svg' }])
    expect(variants[0]?.picture).toEqual(whole)
  })

  test('offers a line of the cart what it has use for', async () => {
    const widths = [100, 200, 400, 800]
    const shop = await openShop(database(), { products: [mug()] }, { resizer: { template, widths } })
    const changes = v.parse(cartChangesSchema, await (await shop.buyer()).put('mug-v', 1))
    expect(changes.lines[0]?.picture).toEqual({ ...photo, sources: [100, 200, 400].map(sized) })
  })

  test('offers a line whose variant has no picture of its own the first one of the product', async () => {
    const [variant] = mug().variants
    const { picture: _, ...plain } = variant!
    const bare = { ...mug(), variants: [plain] }
    const shop = await openShop(database(), { products: [bare, product('cup', 3, { pictures: [] })] })
    const buyer = await shop.buyer()
    const changes = v.parse(cartChangesSchema, await buyer.put('mug-v', 1))
    expect(changes.lines[0]?.picture).toEqual(photo)
    const none = v.parse(cartChangesSchema, await buyer.put('cup-v', 1))
    expect(none.lines.at(-1)).not.toHaveProperty('picture')
  })

  test('offers a picture as it is where there is no resizer', async () => {
    const shop = await openShop(database(), { products: [mug()] })
    const { body } = await send(shop.server, shop.shop.id, 'GET', '/products/mug')
    expect(v.parse(productSchema, body).pictures[0]).toEqual(photo)
  })
})
