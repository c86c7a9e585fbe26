import { expect, test } from 'vitest'
import { vkHost } from '../src/index.ts'
import { fakeBridge, fakeWindow, hurried, never, Refusal } from './fake-network.ts'

/** Keeps what is written, one write at a time: a second one while the first is under way hangs, as it does in VK. */
function shelf(write?: (value: string) => unknown) {
  const kept = new Map<string, string>()
  let busy = false
  const network = fakeBridge({
    VKWebAppStorageGet: ({ keys }: { keys: string[] }) => ({
      keys: keys.map((key) => ({ key, value: kept.get(key) ?? '' })),
    }),
    VKWebAppStorageSet: async ({ key, value }: { key: string; value: string }) => {
      if (busy) return never
      busy = true
      await new Promise((resolve) => setTimeout(resolve, 2))
      busy = false
      const answer = write?.(value)
      if (answer !== undefined) return answer
      kept.set(key, value)
      return { result: true }
    },
  })
  const host = vkHost({ bridge: network.bridge, window: fakeWindow().window, ...hurried })
  return { storage: host.storage!, network, kept }
}

test('keeps a value, and removes it', async () => {
  const { storage } = shelf()
  expect(await storage.get('cart')).toEqual({ ok: true, value: undefined })
  expect(await storage.set('cart', 'two mugs')).toEqual({ ok: true, value: undefined })
  expect(await storage.get('cart')).toEqual({ ok: true, value: 'two mugs' })
  expect(await storage.set('cart', undefined)).toMatchObject({ ok: true })
  expect(await storage.get('cart')).toEqual({ ok: true, value: undefined })
})

test('writes one after another, and of each key only the newest', async () => {
  const { storage, network, kept } = shelf()
  const writes = ['1', '2', '3', '4'].map((value) => storage.set('a', value))
  const other = storage.set('b', 'x')
  expect(await storage.get('a')).toEqual({ ok: true, value: '4' })
  expect((await Promise.all([...writes, other])).every(({ ok }) => ok)).toBe(true)
  const values = network.sent
    .filter(({ method }) => method === 'VKWebAppStorageSet')
    .map(({ params }) => params.value)
  expect(values).toEqual(['1', '4', 'x'])
  expect([...kept]).toEqual([
    ['a', '4'],
    ['b', 'x'],
  ])
  expect(await storage.set('a', '5')).toMatchObject({ ok: true })
  expect(kept.get('a')).toBe('5')
})

test('goes on after a write that failed or was never answered', async () => {
  const flood = new Refusal({
    error_type: 'api_error',
    error_data: { error_code: 9, error_msg: 'Flood control' },
  })
  const { storage, kept } = shelf((value) => ({ flood, silence: never })[value])
  const [first, second, third] = await Promise.all([
    storage.set('a', 'flood'),
    storage.set('b', 'silence'),
    storage.set('c', 'fine'),
  ])
  expect(first).toEqual({ ok: false, error: { code: 'rate-limited' } })
  expect(second).toEqual({ ok: false, error: { code: 'timeout' } })
  expect(third).toMatchObject({ ok: true })
  expect(kept.get('c')).toBe('fine')
})

test('refuses what VK would cut or misplace', async () => {
  const { storage, network } = shelf()
  expect(await storage.set('a', 'x'.repeat(2001))).toMatchObject({ error: { code: 'invalid' } })
  for (const key of ['', 'ключ', 'a b', 'a:b', 'x'.repeat(101)]) {
    expect(await storage.set(key, '1')).toMatchObject({ error: { code: 'invalid' } })
    expect(await storage.get(key)).toMatchObject({ error: { code: 'invalid' } })
  }
  expect(network.sent).toEqual([])
  expect(await storage.set('a', 'x'.repeat(2000))).toMatchObject({ ok: true })
})

test('is unsupported where the network has none', async () => {
  const network = fakeBridge()
  const { storage } = vkHost({ bridge: network.bridge, window: fakeWindow().window, ...hurried })
  expect(await storage?.get('a')).toEqual({ ok: false, error: { code: 'unsupported' } })
  expect(await storage?.set('a', '1')).toEqual({ ok: false, error: { code: 'unsupported' } })
})
