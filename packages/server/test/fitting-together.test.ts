import type { Order } from '@vitrina/core'
import { expect, test } from 'vitest'
import { type Candidate, fittingTogether } from '../src/orders/fitting-together.ts'

let made = 0

interface Wish {
  variant?: string
  quantity?: number
  stock?: number | null
  code?: string
  used?: number
  cart?: string
  checkout?: string
}

/** A checkout of one line, as it was read. */
function candidate(wish: Wish = {}): Candidate {
  made += 1
  const { variant = 'mug', quantity = 1, stock = 10, code, used = 0 } = wish
  const { cart: cartId = `cart-${made}`, checkout: checkoutId = `checkout-${made}` } = wish
  const row = { variantId: variant, quantity, stock, addedPrice: 1, price: 1, vatRate: null }
  const promos = code === undefined ? [] : [{ code, amount: { amount: 1, currency: 'RUB' } }]
  const order = { checkoutId, promos } as unknown as Order
  const cart = { buyerId: `buyer-${made}`, cartId, revision: 1, fingerprint: '', consentVersion: '1' }
  return {
    checkout: { ...cart, orders: [order] },
    found: {
      cartId,
      revision: 1,
      promoCodes: code === undefined ? [] : [code],
      rows: [{ ...row, options: {}, title: 'Mug', productId: variant, sellerId: '' }],
      uses: code === undefined ? [] : usesOf(code, used),
      earlier: null,
    },
  }
}

/** Beside the code's own count there are that of another one, and how often this buyer used it. */
const usesOf = (code: string, used: number) => [
  { code: 'OTHER', buyerId: '', used: 99 },
  { code, buyerId: `buyer-${made}`, used: 99 },
  { code, buyerId: '', used },
]

const fits = (wishes: Wish[], limit = Number.POSITIVE_INFINITY) =>
  fittingTogether(wishes.map(candidate), () => limit)

test('takes as many as there is stock for, in the order in which they came', () => {
  expect(fits(Array(4).fill({ stock: 3 }))).toEqual([true, true, true, false])
  expect(fits([{ stock: 3, quantity: 2 }, { stock: 3, quantity: 2 }, { stock: 3 }])).toEqual([
    true,
    false,
    true,
  ])
})

test('counts each article by itself, and not what nobody counts', () => {
  expect(fits([{ stock: 1 }, { stock: 1, variant: 'cup' }])).toEqual([true, true])
  expect(fits(Array(3).fill({ stock: null, quantity: 999 }))).toEqual([true, true, true])
})

test('takes one of each cart, and one of each checkout', () => {
  expect(fits([{ cart: 'one' }, { cart: 'one' }, { cart: 'two' }])).toEqual([true, false, true])
  expect(fits([{ checkout: 'one' }, { checkout: 'one' }, {}])).toEqual([true, false, true])
})

test('takes as many as may still use a code', () => {
  expect(fits(Array(3).fill({ code: 'TEN', used: 1 }), 3)).toEqual([true, true, false])
  expect(fits(Array(2).fill({ code: 'TEN', used: 7 }))).toEqual([true, true])
  expect(fits([{ code: 'TEN' }, { code: 'GIFT' }], 1)).toEqual([true, true])
})

test('one that does not fit takes nothing from those behind it', () => {
  const wishes = [
    { stock: 2, quantity: 3 },
    { stock: 2, code: 'TEN', used: 3 },
    { stock: 2, quantity: 2 },
  ]
  expect(fits(wishes, 3)).toEqual([false, false, true])
})
