import { memoryStorage } from '@vitrina/core/memory'
import { hostContract } from '@vitrina/core/testing'
import { describe, expect, test } from 'vitest'
import { webHost } from '../src/index.ts'
import { fakePage } from './fake-page.ts'

describe('a page with guests keeps the host contract', () => {
  const make = async () => webHost({ window: fakePage(), storage: memoryStorage() })
  for (const { name, run } of hostContract(make)) test(name, run)
})

describe('a page that vouches for its users keeps the host contract', () => {
  const make = async () => webHost({ window: fakePage(), launch: () => 'signed' })
  for (const { name, run } of hostContract(make)) test(name, run)
})

async function launchOf(options: Parameters<typeof webHost>[0]) {
  const launch = await webHost({ window: fakePage(), ...options }).launch()
  if (!launch.ok) throw new Error(launch.error.code)
  return launch.value
}

test('a guest is the same one after a reload, and another one in another browser', async () => {
  const storage = memoryStorage()
  const first = await launchOf({ storage })
  expect(first.proof).toMatchObject({ scheme: 'guest', value: expect.stringMatching(/^[\w-]{43}$/) })
  expect(await launchOf({ storage })).toEqual(first)
  expect((await launchOf({ storage: memoryStorage() })).proof.value).not.toBe(first.proof.value)
})

test('a storage that fails costs the guest the reload, not the visit', async () => {
  const broken = {
    get: async () => ({ ok: false, error: { code: 'denied' } }) as const,
    set: async () => ({ ok: false, error: { code: 'denied' } }) as const,
  }
  const host = webHost({ window: fakePage(), storage: broken })
  const [one, two] = [await host.launch(), await host.launch()]
  expect(one).toEqual(two)
  expect(one.ok).toBe(true)
})

test('asks the page again for each launch, and says when it does not vouch', async () => {
  let asked = 0
  const host = webHost({
    window: fakePage(),
    launch: () => {
      asked += 1
      return asked < 3 ? `signed-${asked}` : ''
    },
  })
  expect(await host.launch()).toMatchObject({ value: { proof: { scheme: 'page', value: 'signed-1' } } })
  expect(await host.launch()).toMatchObject({ value: { proof: { value: 'signed-2' } } })
  expect(await host.launch()).toEqual({ ok: false, error: { code: 'denied' } })
  const silent = webHost({ window: fakePage(), launch: () => Promise.reject(new Error('no answer')) })
  expect(await silent.launch()).toMatchObject({ ok: false, error: { code: 'unknown' } })
})

test('takes the language of the page before that of the browser, and the place from the address', async () => {
  expect((await launchOf({})).locale).toBe('en-GB')
  expect((await launchOf({ window: fakePage({ lang: 'ru' }) })).locale).toBe('ru')
  expect((await launchOf({ window: fakePage({ lang: 'ru' }), locale: 'en' })).locale).toBe('en')
  const deep = await launchOf({ window: fakePage({ hash: '#top&vitrina=product/mug' }) })
  expect(deep.deepLink).toBe('product/mug')
})

test('follows the preferred scheme, unless the page is only one of them', () => {
  const window = fakePage()
  const { appearance } = webHost({ window })
  expect(appearance.getState().scheme).toBe('light')
  window.prefer(true)
  expect(appearance.getState().scheme).toBe('dark')
  expect(webHost({ window: fakePage(), scheme: 'dark' }).appearance.getState().scheme).toBe('dark')
})

test('opens web pages alone, without a way back, and says when the browser blocks them', async () => {
  const window = fakePage()
  const host = webHost({ window })
  expect((await host.openLink('https://pay.example/1')).ok).toBe(true)
  expect(window.opened).toEqual([{ url: 'https://pay.example/1', opener: null }])
  expect(await host.openLink('javascript:alert(1)')).toMatchObject({ error: { code: 'invalid' } })
  expect(window.opened).toHaveLength(1)
  const blocked = webHost({ window: fakePage({ blocked: true }) })
  expect(await blocked.openLink('https://pay.example/1')).toEqual({ ok: false, error: { code: 'denied' } })
})
