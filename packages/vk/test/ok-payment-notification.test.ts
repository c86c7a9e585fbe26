import fc from 'fast-check'
import { expect, test } from 'vitest'
import { okPaymentAnswer, readOkPaymentNotification, signNotification } from '../src/server.ts'
import { flippedBit } from './flipped.ts'

const secret = 'SYNTHETIC_APP_SECRET'
const params = {
  amount: '150',
  application_key: 'CSYNTHETICKEY',
  call_id: '1716200000000',
  currency: 'ok',
  extra_attributes: '{"cart":"42"}',
  method: 'callbacks.payment',
  product_code: 'cart_42',
  transaction_id: '900000001',
  transaction_time: '2026-05-20 10:00:00',
  uid: '123456789012',
}
const sig = 'c14b828e9260a6c310e3bfae4de8ad8f'
const write = (changed: Record<string, string>) => {
  const all = { ...params, ...changed }
  return `${new URLSearchParams({ ...all, sig: signNotification(all, secret) })}`
}
const codeOf = (query: string, options = {}) => {
  const result = readOkPaymentNotification(query, { secret, ...options })
  return result.ok ? result.value.kind : result.error.code
}

// A synthetic vector of the documented formula: https://apiok.ru/dev/methods/
test('believes what Odnoklassniki signs', () => {
  expect(readOkPaymentNotification(`?${new URLSearchParams({ ...params, sig })}`, { secret })).toMatchObject({
    value: {
      userId: '123456789012',
      transactionId: '900000001',
      product: 'cart_42',
      amount: 150,
      kind: 'purchase',
    },
  })
})

test('tells a purchase from a subscription', () => {
  expect(codeOf(write({ extra_attributes: '' }))).toBe('purchase')
  expect(codeOf(write({ extra_attributes: '{"action":"reg_subscription"}' }))).toBe('subscription')
  expect(codeOf(write({ extra_attributes: '{"action":"trial_subscription"}' }))).toBe('trial')
  expect(codeOf(write({ extra_attributes: '{"action":"unsubscribe"}' }))).toBe('unsubscribe')
  for (const odd of ['{"action":"toString"}', '{"action":1}', '{', 'x'])
    expect(codeOf(write({ extra_attributes: odd }))).toBe('malformed')
})

test('believes nothing that was changed', () => {
  const query = write({})
  const meaning = (of: string) => JSON.stringify([...new URLSearchParams(of)].sort())
  fc.assert(
    fc.property(flippedBit(query), (flipped) => {
      fc.pre(meaning(flipped) !== meaning(query))
      expect(codeOf(flipped)).toMatch(/^(bad-signature|malformed|duplicate)$/)
    }),
    { numRuns: 2000 },
  )
  expect(codeOf(query, { applicationKey: 'ANOTHER' })).toBe('wrong-app')
  expect(codeOf(write({ method: 'users.get' }))).toBe('malformed')
  const wrongs: Record<string, string>[] = [
    { amount: '-1' },
    { amount: '1 ' },
    { uid: 'x1' },
    { uid: '1x' },
    { transaction_id: 'x1' },
    { transaction_id: '1x' },
    { product_code: '' },
  ]
  for (const wrong of wrongs) expect(codeOf(write(wrong))).toBe('malformed')
  expect(codeOf(query, { applicationKey: params.application_key })).toBe('purchase')
})

test('answers in Odnoklassniki’s words', async () => {
  expect(okPaymentAnswer().headers.get('content-type')).toBe('application/json')
  expect(await okPaymentAnswer().text()).toBe('true')
  const refusal = okPaymentAnswer('bad-signature')
  expect(refusal.headers.get('invocation-error')).toBe('104')
  expect(await refusal.json()).toMatchObject({ error_code: 104 })
  expect(okPaymentAnswer('wrong-payment').headers.get('invocation-error')).toBe('1001')
})
