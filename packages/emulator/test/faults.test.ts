import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FaultName, faultNames, faults } from '../src/faults/faults.ts'
import { faultyNetwork } from '../src/faults/faulty-network.ts'
import type { Reply } from '../src/network/question.ts'
import type { Setup } from '../src/network/setup.ts'
import { fakeDesk } from './fake-desk.ts'

const cart = { key: 'cart', value: 'mug' }
const order = { type: 'item', item: 'mug' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function faulty(patch: Partial<Setup>, answer: Reply['answer'] = 'granted') {
  const desk = fakeDesk()
  Object.assign(desk.setup, patch)
  desk.said.answer = answer
  const network = faultyNetwork(desk.network)
  let last = 0
  const send = async (handler: string, params: object = {}) => {
    last += 1
    const outcome = network.handle({ handler, params: { ...params, request_id: last } })
    await vi.advanceTimersByTimeAsync(200)
    return outcome
  }
  return { desk, network, send }
}

const one = (name: FaultName, answer?: Reply['answer']) =>
  faulty({ faults: [name], host: 'vk-mobile-web' }, answer)

test('does nothing to a network without faults', async () => {
  const { send } = faulty({})
  const outcome = await send('VKWebAppStorageSet', cart)
  expect(outcome).toEqual({
    replies: [{ type: 'VKWebAppStorageSetResult', data: { result: true, request_id: 1 } }],
  })
})

test('vk-bridge-613: the money is taken, and the app hears an unknown error', async () => {
  const { send, desk } = one('vk-bridge-613')
  expect(await send('VKWebAppShowOrderBox', order)).toEqual({
    fault: 'vk-bridge-613',
    replies: [
      {
        type: 'VKWebAppShowOrderBoxFailed',
        data: { error_type: 'client_error', error_data: { error_code: 1 }, request_id: 1 },
      },
    ],
  })
  expect(desk.done).toEqual(['ask VKWebAppShowOrderBox'])
})

test('vk-bridge-626: a failure without properties, and a reload', async () => {
  const outcome = await one('vk-bridge-626').send('VKWebAppShowOrderBox', order)
  expect(outcome).toMatchObject({ reload: true, replies: [{ type: 'VKWebAppShowOrderBoxFailed' }] })
})

test('vk-bridge-532: success, though it was refused', async () => {
  const { send } = one('vk-bridge-532', 'failed')
  expect(await send('VKWebAppShowOrderBox', order)).toMatchObject({ replies: [{ data: { success: true } }] })
})

test('vk-bridge-259: a closed box is silent, a paid one is not', async () => {
  expect((await one('vk-bridge-259', 'refused').send('VKWebAppShowOrderBox', order)).replies).toEqual([])
  expect((await one('vk-bridge-259').send('VKWebAppShowOrderBox', order)).replies).toHaveLength(1)
})

test('vk-bridge-192: of parallel writes one arrives', async () => {
  const { send } = one('vk-bridge-192')
  const outcomes = await Promise.all([
    send('VKWebAppStorageSet', { key: 'a', value: '1' }),
    send('VKWebAppStorageSet', { key: 'b', value: '1' }),
  ])
  expect(outcomes.map(({ replies }) => replies.length)).toEqual([1, 0])
  expect((await send('VKWebAppStorageSet', { key: 'c', value: '1' })).replies).toHaveLength(1)
  const { replies } = await send('VKWebAppStorageGetKeys')
  expect(replies[0]?.data.keys).toEqual(['a', 'c'])
})

test.each([
  ['vk-bridge-133', 'VKWebAppStorageSet', cart, 0],
  ['vk-bridge-227', 'VKWebAppCallAPIMethod', {}, 0],
  ['vk-bridge-605', 'VKWebAppGetAuthToken', { app_id: 1, scope: '' }, 1],
] as const)('%s: %s works until the app is brought back', async (name, method, params, after) => {
  const { send, network } = one(name)
  expect(await send(method, params)).not.toHaveProperty('fault')
  network.restored()
  const { replies, fault } = await send(method, params)
  expect([replies.length, fault]).toEqual([after, name])
})

test('cut-at-2236: only what needs escapes is cut early', async () => {
  const { send, desk } = one('cut-at-2236')
  await send('VKWebAppStorageSet', { key: 'plain', value: 'x'.repeat(3000) })
  await send('VKWebAppStorageSet', { key: 'json', value: '"'.repeat(3000) })
  const kept = desk.network.shelf().get(['plain', 'json'])
  expect('keys' in kept && kept.keys.map(({ value }) => value.length)).toEqual([3000, 2236])
})

test.each([
  ['flood-control', 'VKWebAppStorageGet', { keys: ['a'] }, 9],
  ['background', 'VKWebAppGetUserInfo', {}, 9],
  ['not-moderated', 'VKWebAppShare', {}, 11],
] as const)('%s: %s is refused', async (name, method, params, code) => {
  const { replies } = await one(name).send(method, params)
  expect(replies).toMatchObject([{ type: `${method}Failed`, data: { error_data: { error_code: code } } }])
})

test('slow, silent, doubled, misnamed and odd answers', async () => {
  expect(await one('slow-answers').send('VKWebAppGetUserInfo')).toMatchObject({ late: 3000 })
  expect(await one('slow-start').send('VKWebAppInit')).toMatchObject({ late: 31_000 })
  expect((await one('mini-apps-api-16').send('VKWebAppInit')).replies).toEqual([])
  expect((await one('vk-bridge-195').send('VKWebAppSendToClient')).replies).toEqual([])
  expect((await one('duplicate-answers').send('VKWebAppGetUserInfo')).replies).toHaveLength(2)
  expect((await one('wrong-type').send('VKWebAppGetUserInfo')).replies[0]?.type).toBe('VKWebAppUnknownResult')
  expect((await one('vk-bridge-331', 'refused').send('VKWebAppShare')).replies[0]?.data).toEqual({
    error_type: 'client_error',
    error_data: '',
    request_id: 1,
  })
})

test('every fault names where it is from, and spoils something', () => {
  const { network } = fakeDesk()
  const methods = ['VKWebAppInit', 'VKWebAppStorageSet', 'VKWebAppShowOrderBox', 'VKWebAppShare']
  const others = ['VKWebAppSendToClient', 'VKWebAppCallAPIMethod', 'VKWebAppGetAuthToken']
  for (const name of faultNames) {
    expect(faults[name].source).toMatch(/^https:\/\/(github\.com\/VKCOM|dev\.vk\.com)\//)
    const call = { params: { value: 'ё' }, network, restored: true, writing: 0 }
    expect([...methods, ...others].some((method) => faults[name].spoils({ ...call, method }))).toBe(true)
  }
})

test('a seed spoils the same calls each time, and others than another seed', async () => {
  const run = async (seed: string) => {
    const { send } = faulty({ seed })
    const met: string[] = []
    for (let call = 0; call < 40; call += 1) {
      const { fault } = await send(call % 2 ? 'VKWebAppGetUserInfo' : 'VKWebAppStorageGetKeys')
      met.push(fault ?? '')
    }
    return met
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(999_999_999), async (seed) => {
      const first = await run(String(seed))
      expect(await run(String(seed))).toEqual(first)
      expect(first).toContain('')
    }),
    { numRuns: 10 },
  )
  expect(await run('1')).not.toEqual(await run('2'))
})
