import { afterEach, expect, test, vi } from 'vitest'
import { browser } from '../src/browser.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('keeps strings in localStorage and removes them', async () => {
  const { storage } = browser()
  expect(await storage.set('cart', '1')).toEqual({ ok: true, value: undefined })
  expect(await storage.get('cart')).toEqual({ ok: true, value: '1' })
  await storage.set('cart', undefined)
  expect(await storage.get('cart')).toEqual({ ok: true, value: undefined })
})

test('answers when the browser forbids storage or it is full', async () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError')
  })
  expect(await browser().storage.get('cart')).toEqual({
    ok: false,
    error: { code: 'unknown', reason: expect.stringContaining('SecurityError') },
  })
  vi.restoreAllMocks()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await browser().storage.set('cart', 'x')).toMatchObject({ ok: false, error: { code: 'unknown' } })
})

test('makes ids of 128 random bits, each another one', () => {
  const ids = new Set(Array.from({ length: 100 }, () => browser().createId()))
  expect(ids.size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})

test('tells when it is worth asking again, and stops', () => {
  const listener = vi.fn()
  const stop = browser().network.subscribe(listener)
  for (const name of ['online', 'pageshow', 'focus']) window.dispatchEvent(new Event(name))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(listener).toHaveBeenCalledTimes(4)
  stop()
  window.dispatchEvent(new Event('online'))
  expect(listener).toHaveBeenCalledTimes(4)
})

test('tells when another tab has changed what tabs share, unless the buyer is here', () => {
  const listener = vi.fn()
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  const stop = browser().network.subscribe(listener)
  const change = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }))
  for (const key of ['vitrina_shop_guest_checkout', 'somebody_else_cart', null]) change(key)
  expect(listener).not.toHaveBeenCalled()
  for (const key of ['vitrina_shop_guest_cart', 'vitrina_shop_guest_wishes']) change(key)
  expect(listener).toHaveBeenCalledTimes(2)
  hasFocus.mockReturnValue(true)
  change('vitrina_shop_guest_cart')
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
})

test('runs after a while unless it is cancelled', async () => {
  const { clock } = browser()
  const run = vi.fn()
  const cancelled = vi.fn()
  clock.after(5, run)
  clock.after(5, cancelled)()
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1))
  expect(cancelled).not.toHaveBeenCalled()
})
