import { httpMerchant } from '@vitrina/api'
import { ok } from '@vitrina/core'
import { merchantContract } from '@vitrina/core/testing'
import { test } from 'vitest'
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

onEachDatabase((database) => {
  const checks = merchantContract(async () => {
    const products = [product('mug'), shirt, product('none', 0)]
    const { server, shop } = await openShop(
      database(),
      { clock: systemClock(), products },
      { promotions: [{ code: 'Seven', kind: 'percent', percent: 7 }] },
    )
    const proof = { scheme: 'test', value: 'buyer' }
    const merchant = httpMerchant({
      url: publicUrl,
      shop: shop.id,
      host: { launch: async () => ok({ proof, locale: 'ru', abilities: [] }) },
      fetch: (input, init) => server.fetch(new Request(input, init)),
    })
    return {
      merchant,
      plentiful: 'mug-v',
      other: 'shirt-m',
      scarce: 'shirt-l',
      soldOut: 'none-v',
      promoCode: 'SEVEN',
    }
  })
  for (const { name, run } of checks) test(name, run)
})
