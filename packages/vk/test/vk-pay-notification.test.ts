import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hex, sha1 } from '../src/server/digests.ts'
import { readVkPayNotification, vkPayAnswer } from '../src/server.ts'
import { flippedBit } from './flipped.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

const body = {
  transaction_id: 'T-1',
  notify_type: 'TRANSACTION_STATUS',
  amount: '10.5',
  currency: 'RUB',
  merchant_id: 617,
  issuer_id: 'order-1',
  status: 'PAID',
  user_info: { user_id: 42 },
  description: 'Кружка',
}

function write(said: object = body): string {
  const whole = { body: said, header: { status: 'OK', ts: 1_789_000_000, client_id: '9' } }
  const data = Buffer.from(JSON.stringify(whole)).toString('base64')
  const signature = createSign('RSA-SHA1').update(data).sign(privateKey, 'base64')
  return `${new URLSearchParams({ data, signature, version: '2-03' })}`
}

const codeOf = async (text: string) => {
  const result = await readVkPayNotification(text, { publicKey: pem })
  return result.ok ? 'ok' : result.error.code
}

test('believes what VK Pay signs', async () => {
  expect(await readVkPayNotification(write(), { publicKey: pem })).toEqual({
    ok: true,
    value: {
      transactionId: 'T-1',
      type: 'TRANSACTION_STATUS',
      status: 'PAID',
      orderId: 'order-1',
      amount: { amount: 1050, currency: 'RUB' },
      merchantId: '617',
      userId: '42',
      clientId: '9',
    },
  })
})

test('believes nothing that was changed', async () => {
  const text = write()
  const meaning = (of: string) => {
    const params = new URLSearchParams(of)
    return [params.get('data'), params.get('signature')].join()
  }
  await fc.assert(
    fc.asyncProperty(flippedBit(text), async (flipped) => {
      fc.pre(meaning(flipped) !== meaning(text))
      expect(await codeOf(flipped)).not.toBe('ok')
    }),
    { numRuns: 1000 },
  )
})

test('reads roubles by their digits', async () => {
  const amountOf = async (amount: unknown) => {
    const result = await readVkPayNotification(write({ ...body, amount }), { publicKey: pem })
    return result.ok ? result.value.amount.amount : result.error.code
  }
  expect(await amountOf('1290')).toBe(129_000)
  expect(await amountOf('0.07')).toBe(7)
  expect(await amountOf(8.29)).toBe(829)
  for (const odd of ['', '1e3', '-1', '1.005', null]) expect(await amountOf(odd)).toBe('malformed')
})

test('says what is no notification', async () => {
  expect(await codeOf('')).toBe('malformed')
  expect(await codeOf('data=e30%3D&signature=x')).toBe('malformed')
  expect(await codeOf(write({ ...body, notify_type: 'other' }))).toBe('malformed')
  expect(await codeOf(write({ ...body, issuer_id: '' }))).toBe('malformed')
})

test('answers with a signature of the merchant', async () => {
  const answer = JSON.parse(
    await vkPayAnswer(
      { transactionId: 'T-1', type: 'TRANSACTION_STATUS', clientId: '9' },
      { privateKey: 'key', error: 'ERR_SYSTEM', now: () => 1_789_000_000_999 },
    ),
  )
  expect(JSON.parse(Buffer.from(answer.data, 'base64').toString())).toEqual({
    body: { transaction_id: 'T-1', notify_type: 'TRANSACTION_STATUS' },
    header: {
      status: 'ERROR',
      ts: 1_789_000_000,
      client_id: '9',
      error: { code: 'ERR_SYSTEM', message: 'ERR_SYSTEM' },
    },
  })
  expect(answer.signature).toBe(createHash('sha1').update(`${answer.data}key`).digest('hex'))
})

// A vector of VK's documentation: https://dev.vk.com/pay/getting-started
test('signs a merchant’s data as VK Pay does', async () => {
  const data =
    'eyJvcmRlcl9pZCI6IjE1NTQzODQ0NTEuODQ3NDc2NjYiLCJjYXNoYmFjayI6eyJwYXlfdGltZSI6MTU1NDM4NDU3MSwiYW1vdW50X3BlcmNlbnQiOiIzMCJ9LCJ0cyI6MTU1NDM4NDQ1MSwiYW1vdW50IjoiMSIsImN1cnJlbmN5IjoiUlVCIn0='
  expect(hex(await sha1(`${data}627fdbfa24232a5b62f9c295baa93f7db9752873`))).toBe(
    '86ebbd9e89f81e62db6e724707ace59b27fc4756',
  )
})
