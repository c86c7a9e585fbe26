import { httpMerchant } from '@vitrina/api'
import { ok, type Promotion } from '@vitrina/core'
import { merchantContract } from '@vitrina/core/testing'
import { test } from 'vitest'
import { databaseSink } from '../src/index.ts'
import { systemClock } from '../src/system-clock.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, product, publicUrl, rub } from './open-shop.ts'

const shirt = product('shirt', null, {
  options: [{ name: 'Размер', values: ['M', 'L'] }],
  variants: [
    { id: 'shirt-m', sku: 'm', price: rub(99000), stock: 10, options: { Размер: 'M' } },
    { id: 'shirt-l', sku: 'l', price: rub(99000), stock: 3, options: { Размер: 'L' } },
  ],
})

const sellers = [{ id: 'north', name: 'Северный лён', legal: 'ООО «Север», ОГРН 1027700132195' }]

onEachDatabase((database) => {
  const checks = merchantContract(async () => {
    const products = [product('mug'), shirt, product('none', 0)]
    const promotions: Promotion[] = [{ code: 'Seven', kind: 'percent', percent: 7 }]
    const { server, shop } = await openShop(
      database(),
      { clock: systemClock(), products },
      { sellers, promotions },
    )
    const north = databaseSink(database(), shop, 'north')
    await north.saveProduct(product('mug'))
    await north.finish()
    const proof = { scheme: 'test', value: 'buyer' }
    const merchant = httpMerchant({
      url: publicUrl,
      shop: shop.id,
      host: { launch: async () => ok({ proof, locale: 'ru', abilities: [] }) },
      fetch: (input, init) => server.fetch(new Request(input, init)),
    })
    const own = { plentiful: 'mug-v', other: 'shirt-m', scarce: 'shirt-l', soldOut: 'none-v' }
    return { merchant, ...own, ofAnotherSeller: 'north::mug-v', promoCode: 'SEVEN' }
  })
  for (const { name, run } of checks) test(name, run)
})
