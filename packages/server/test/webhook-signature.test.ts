import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signWebhook, verifyWebhook } from '../src/payments/webhook-signature.ts'

const secret = `whsec_${Buffer.from('thirty-two bytes that nobody has').toString('base64')}`
const other = `whsec_${Buffer.from('thirty-two bytes of another one.').toString('base64')}`
const seconds = 1_789_000_000
const body = Buffer.from('{"state":"paid"}')
const signed = signWebhook([secret], 'evt_1', seconds, body)

function verified(changed: Record<string, string> = {}, { secrets = [secret], bytes = body, age = 0 } = {}) {
  const clock = { now: () => (seconds + age) * 1000, after: () => () => {} }
  const result = verifyWebhook(secrets, new Headers({ ...signed, ...changed }), bytes, clock)
  return result.ok ? result.value : result.error.code
}

test('signs as the standard does, and believes what the standard signs', () => {
  const standard = new Webhook(secret).sign('evt_1', new Date(seconds * 1000), body.toString())
  expect(signed).toEqual({
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': standard,
  })
  expect(verified({ 'webhook-signature': standard })).toBe('evt_1')
})

test('takes a secret without the prefix for the key itself', () => {
  const text = 'plain words as a key, whsec_'
  const expected = createHmac('sha256', text).update(`evt_1.${seconds}.`).update(body).digest('base64')
  expect(signWebhook([text], 'evt_1', seconds, body)['webhook-signature']).toBe(`v1,${expected}`)
})

test('one signature of several is enough, with one secret of several', () => {
  const both = signWebhook([other, secret], 'evt_1', seconds, body)['webhook-signature']
  expect(both.split(' ')).toHaveLength(2)
  for (const secrets of [[secret], [other], [other, secret]])
    expect(verified({ 'webhook-signature': both }, { secrets })).toBe('evt_1')
  expect(verified({ 'webhook-signature': `v1,short v1 ,x ${both}` })).toBe('evt_1')
})

test.each([
  ['no signature', { 'webhook-signature': '' }],
  ['a signature without a value', { 'webhook-signature': 'v1' }],
  ['an empty value', { 'webhook-signature': 'v1,' }],
  ['a value that is too short', { 'webhook-signature': signed['webhook-signature'].slice(0, -8) }],
  ['another version', { 'webhook-signature': signed['webhook-signature'].replace('v1', 'v2') }],
  [
    'signatures behind two thousand characters',
    { 'webhook-signature': `${'v1,x '.repeat(400)}${signed['webhook-signature']}` },
  ],
  ['no id', { 'webhook-id': '' }],
  ['another id', { 'webhook-id': 'evt_2' }],
  ['no time', { 'webhook-timestamp': '' }],
  ['another time', { 'webhook-timestamp': String(seconds + 1) }],
])('takes %s for forged', (_, changed) => {
  expect(verified(changed)).toBe('forged')
})

test('takes another body or another secret for forged', () => {
  expect(verified({}, { bytes: Buffer.from('{"state":"paid" }') })).toBe('forged')
  expect(verified({}, { secrets: [other] })).toBe('forged')
  expect(verified({}, { secrets: [] })).toBe('forged')
})

test('what lacks its headers is forged', () => {
  const clock = { now: () => seconds * 1000, after: () => () => {} }
  for (const name of Object.keys(signed)) {
    const rest = Object.fromEntries(Object.entries(signed).filter(([other]) => other !== name))
    expect(verifyWebhook([secret], new Headers(rest), body, clock)).toEqual({
      ok: false,
      error: { code: 'forged' },
    })
  }
})

/** Signed well, so that only its own form can be what is wrong with it. */
const spelt = (id: string, timestamp: string) => {
  const value = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${value}` }
}

test('an id has up to a hundred characters', () => {
  const longest = 'x'.repeat(100)
  expect(verified(spelt(longest, String(seconds)))).toBe(longest)
  expect(verified(spelt(`${longest}x`, String(seconds)))).toBe('forged')
  expect(verified(spelt('', String(seconds)))).toBe('forged')
})

test.each(['', 'soon', `x${seconds}`, `${seconds}x`, `${seconds}.5`, `-${seconds}`, '1'.repeat(13)])(
  'a time is whole seconds, not %j',
  (timestamp) => {
    expect(verified(spelt('evt_1', timestamp))).toBe('forged')
  },
)

test('is good for five minutes, both ways', () => {
  expect(verified({}, { age: 300 })).toBe('evt_1')
  expect(verified({}, { age: 301 })).toBe('too-old')
  expect(verified({}, { age: -300 })).toBe('evt_1')
  expect(verified({}, { age: -301 })).toBe('too-old')
  expect(verified(spelt('evt_1', '999999999999'))).toBe('too-old')
})
