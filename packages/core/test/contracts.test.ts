import { describe, test } from 'vitest'
import type { Product, Variant } from '../src/index.ts'
import { memoryAddresses, memoryHost, memoryMerchant, memoryStorage, sampleProducts } from '../src/memory.ts'
import { storageLadder } from '../src/storage-ladder.ts'
import {
  addressSuggestionsContract,
  hostContract,
  merchantContract,
  storageContract,
} from '../src/testing.ts'

describe('memoryMerchant keeps the merchant contract', () => {
  const make = async () => ({
    merchant: memoryMerchant({
      stock: { 'shirt-m': 3 },
      promotions: [{ code: 'TEN', kind: 'percent', percent: 10 }],
    }),
    plentiful: 'mug-1',
    other: 'shirt-s',
    scarce: 'shirt-m',
    soldOut: 'lamp-1',
    promoCode: 'TEN',
  })
  for (const { name, run } of merchantContract(make)) test(name, run)
})

describe('memoryMerchant with two sellers keeps the merchant contract', () => {
  const [mug, shirt, lamp] = sampleProducts as [Product, Product, Product]
  const [small] = shirt.variants as [Variant]
  const seller = { id: 'north', name: 'Nordic linen' }
  const linen = {
    ...shirt,
    id: 'linen',
    options: [],
    seller,
    variants: [{ ...small, id: 'linen-1', options: {} }],
  }
  const make = async () => ({
    merchant: memoryMerchant({ products: [mug, shirt, lamp, linen], stock: { 'shirt-m': 3 } }),
    plentiful: 'mug-1',
    other: 'shirt-s',
    scarce: 'shirt-m',
    soldOut: 'lamp-1',
    ofAnotherSeller: 'linen-1',
  })
  for (const { name, run } of merchantContract(make)) test(name, run)
})

describe('memoryHost keeps the host contract', () => {
  const make = async () => memoryHost({ contact: { name: 'Anna', phone: '+79161234567' } })
  for (const { name, run } of hostContract(make)) test(name, run)
})

describe('memoryAddresses keeps the contract of address suggestions', () => {
  const make = async () => ({
    addresses: memoryAddresses(),
    typed: 'Пермь мир',
    cancelled: { aborted: true },
  })
  for (const { name, run } of addressSuggestionsContract(make)) test(name, run)
})

describe('memoryStorage keeps the storage contract', () => {
  for (const { name, run } of storageContract(async () => memoryStorage())) test(name, run)
})

describe('a ladder without a working rung keeps the storage contract', () => {
  const broken = {
    get: async () => ({ ok: false, error: { code: 'timeout' } }) as const,
    set: async () => ({ ok: false, error: { code: 'timeout' } }) as const,
  }
  for (const { name, run } of storageContract(async () => storageLadder([broken]))) test(name, run)
})
