import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signVkPayForm } from '../src/server.ts'

const keys = {
  merchantId: 617,
  privateKey: 'merchant key',
  secret: 'app key',
  now: () => 1_789_000_000_500,
}
const rub = (amount: number) => ({ amount, currency: 'RUB' })
const order = { orderId: 'order-1', amount: rub(1050), description: 'Кружка' }

test('a form is signed by the merchant and by the app', async () => {
  const form = await signVkPayForm(order, keys)
  const { merchant_data, merchant_sign } = form.data
  expect(Buffer.from(merchant_data, 'base64').toString()).toBe(
    '{"amount":"10.5","currency":"RUB","order_id":"order-1","ts":1789000000}',
  )
  expect(merchant_sign).toBe(createHash('sha1').update(`${merchant_data}merchant key`).digest('hex'))
  const text =
    `amount=10.5data={"currency":"RUB","merchant_data":"${merchant_data}","merchant_sign":"${merchant_sign}",` +
    '"order_id":"order-1","ts":1789000000}description=Кружкаmerchant_id=617version=2app key'
  expect(form.sign).toBe(createHash('md5').update(text).digest('hex'))
  expect(form).toMatchObject({ amount: '10.5', merchant_id: 617, version: 2 })
})

test('roubles are written by their digits', async () => {
  for (const [kopecks, text] of [
    [1000, '10'],
    [1005, '10.05'],
    [1, '0.01'],
    [99_990, '999.9'],
  ] as const)
    expect((await signVkPayForm({ ...order, amount: rub(kopecks) }, keys)).amount).toBe(text)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e11 }), async (kopecks) => {
      const { amount } = await signVkPayForm({ ...order, amount: rub(kopecks) }, keys)
      expect(Math.round(Number(amount) * 100)).toBe(kopecks)
    }),
    { numRuns: 50 },
  )
})

test('whoever changes the order, the sum or a key has another signature', async () => {
  const { sign } = await signVkPayForm(order, keys)
  for (const [changed, other] of [
    [{ ...order, orderId: 'order-2' }, keys],
    [{ ...order, amount: rub(1051) }, keys],
    [order, { ...keys, privateKey: 'x' }],
    [order, { ...keys, secret: 'x' }],
  ] as const)
    expect((await signVkPayForm(changed, other)).sign).not.toBe(sign)
  await expect(signVkPayForm(order, { ...keys, secret: '' })).rejects.toThrow(RangeError)
  await expect(signVkPayForm({ ...order, amount: { amount: 1, currency: 'USD' } }, keys)).rejects.toThrow(
    RangeError,
  )
})
