import { money } from '@vitrina/core'
import { expect, test } from 'vitest'
import { type AbleWindow, canPay, canShare, pay, productLink, shareProduct } from '../src/abilities.ts'
import { webHost } from '../src/index.ts'
import { fakePage } from './fake-page.ts'

const location = { href: 'https://blog.example/post#comments' }
const bare: AbleWindow = { location, navigator: {} }
const named = (name: string) => Object.assign(new Error(name), { name })

const sharing = (share: () => Promise<void>): { window: AbleWindow; shared: unknown[] } => {
  const shared: unknown[] = []
  const keep = (data: unknown) => {
    shared.push(data)
    return share()
  }
  return { window: { location, navigator: { share: keep } }, shared }
}

/** A payment app as the specification has it: `show` gives what the buyer decided. */
function paying(show: () => Promise<unknown>, able = true) {
  const asked: unknown[][] = []
  const completed: string[] = []
  class Request {
    constructor(...args: unknown[]) {
      asked.push(args)
    }
    canMakePayment = async () => able
    show = async () => ({
      complete: async (how: string) => void completed.push(how),
      ...Object(await show()),
    })
  }
  return {
    window: { ...bare, PaymentRequest: Request as unknown as typeof PaymentRequest },
    asked,
    completed,
  }
}

const sheet = {
  methods: [{ supportedMethods: 'https://pay.example' }],
  label: 'Order 1042',
  total: money(129050, 'RUB'),
}
const paid = async () => ({ methodName: 'https://pay.example', details: { token: 't' } })

test('shares a link that opens the product', async () => {
  const { window, shared } = sharing(async () => {})
  expect(canShare(window)).toBe(true)
  expect(await shareProduct({ id: 'g:mug/1', title: 'Mug' }, window)).toEqual({ ok: true, value: undefined })
  const { url } = shared[0] as { url: string }
  expect(shared).toEqual([{ title: 'Mug', url: productLink('g:mug/1', 'https://blog.example/post') }])
  const opened = await webHost({ window: fakePage({ hash: new URL(url).hash }) }).launch()
  expect(opened).toMatchObject({ value: { deepLink: 'product/g:mug/1' } })
})

test.each([
  ['AbortError', 'denied'],
  ['NotAllowedError', 'denied'],
  ['DataError', 'unknown'],
])('a sheet to share that ends in %s is %s', async (name, code) => {
  const { window } = sharing(() => Promise.reject(named(name)))
  expect(await shareProduct({ id: 'mug', title: 'Mug' }, window)).toMatchObject({ error: { code } })
})

test('a browser without the sheets says so', async () => {
  expect(canShare(bare)).toBe(false)
  expect(await shareProduct({ id: 'mug', title: 'Mug' }, bare)).toEqual({
    ok: false,
    error: { code: 'unsupported' },
  })
  expect(await canPay(sheet, bare)).toBe(false)
  expect(await pay(sheet, async () => true, bare)).toEqual({ ok: false, error: { code: 'unsupported' } })
})

test('pays with what the buyer’s payment app gives, and closes its sheet', async () => {
  const { window, asked, completed } = paying(paid)
  expect(await canPay(sheet, window)).toBe(true)
  const given: unknown[] = []
  const settle = async (one: unknown) => given.push(one) === 1
  expect(await pay(sheet, settle, window)).toEqual({ ok: true, value: undefined })
  expect(given).toEqual([{ method: 'https://pay.example', details: { token: 't' } }])
  expect(completed).toEqual(['success'])
  const total = { label: 'Order 1042', amount: { currency: 'RUB', value: '1290.50' } }
  expect(asked.at(-1)).toEqual([sheet.methods, { total }])
  await pay({ ...sheet, total: money(500, 'JPY') }, settle, window)
  expect(asked.at(-1)?.[1]).toMatchObject({ total: { amount: { currency: 'JPY', value: '500' } } })
})

test.each([
  ['does not accept', async () => false],
  ['throws', () => Promise.reject(new Error('no network'))],
])('closes the sheet as failed when the page %s', async (_, settle) => {
  const { window, completed } = paying(paid)
  expect(await pay(sheet, settle, window)).toEqual({ ok: false, error: { code: 'denied' } })
  expect(completed).toEqual(['fail'])
})

test.each([
  ['AbortError', 'denied'],
  ['NotSupportedError', 'unsupported'],
  ['InvalidStateError', 'unknown'],
])('a payment that ends in %s is %s', async (name, code) => {
  const { window } = paying(() => Promise.reject(named(name)))
  expect(await pay(sheet, async () => true, window)).toMatchObject({ error: { code } })
})

test('a browser without an app for the methods cannot pay', async () => {
  expect(await canPay(sheet, paying(paid, false).window)).toBe(false)
})
