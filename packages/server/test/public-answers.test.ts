import { fail, ok } from '@vitrina/core'
import { expect, test } from 'vitest'
import { createPublicAnswers } from '../src/http/public-answers.ts'

let now = 0
const clock = { now: () => now, after: () => () => {} }
const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`https://shop.example${path}`, { headers })

test('a crowd that asks for the same is answered from one look', async () => {
  const answer = createPublicAnswers({ clock, keepFor: 0 })
  let looks = 0
  const look = async () => {
    looks += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return ok({ body: { looks } })
  }
  const texts = await Promise.all(
    Array.from({ length: 50 }, async () => (await answer(request('/mug'), look)).body),
  )
  expect(new Set(texts)).toEqual(new Set(['{"looks":1}']))
  expect((await answer(request('/mug'), look)).body).toBe('{"looks":2}')
  expect(looks).toBe(2)
})

test('other questions, failures and faults stay apart', async () => {
  const answer = createPublicAnswers({ clock, keepFor: 0 })
  const [mug, shirt] = await Promise.all([
    answer(request('/mug'), async () => ok({ body: 'mug' })),
    answer(request('/shirt'), async () => fail({ code: 'not-found' })),
  ])
  expect([mug.status, shirt.status]).toEqual([200, 404])
  const broken = async () => {
    throw new Error('no data base')
  }
  await expect(answer(request('/mug'), broken)).rejects.toThrow('no data base')
  expect((await answer(request('/mug'), async () => ok({ body: 'mug' }))).status).toBe(200)
})

test('one of a crowd that has it already is told so, the others get it', async () => {
  const answer = createPublicAnswers({ clock, keepFor: 0 })
  const look = async () => ok({ body: 'mug' })
  const etag = (await answer(request('/mug'), look)).headers.etag
  const both = await Promise.all([
    answer(request('/mug', { 'if-none-match': `W/${etag}` }), look),
    answer(request('/mug'), look),
  ])
  expect(both.map(({ status }) => status)).toEqual([304, 200])
})

test('an answer is good for a moment, and for no longer when another one came later', async () => {
  now = 5_000
  const answer = createPublicAnswers({ clock, keepFor: 1_000 })
  let looks = 0
  const look = async () => ok({ body: ++looks })
  const ask = async (path: string) => JSON.parse((await answer(request(path), look)).body ?? '')
  expect(await ask('/mug')).toBe(1)
  now += 999
  expect([await ask('/shirt'), await ask('/mug')]).toEqual([2, 1])
  now += 1
  expect(await ask('/mug')).toBe(3)
  // A clock that is set back makes nothing last.
  now -= 60_000
  expect(await ask('/mug')).toBe(4)
})

test('an answer that was slow is not kept as if it were new', async () => {
  now = 5_000
  const answer = createPublicAnswers({ clock, keepFor: 1_000 })
  let finish = () => {}
  const slow = answer(request('/mug'), async () => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return ok({ body: 'old' })
  })
  now += 1_500
  await answer(request('/shirt'), async () => ok({ body: 'shirt' }))
  finish()
  expect((await slow).body).toBe('"old"')
  const again = await answer(request('/mug'), async () => ok({ body: 'new' }))
  expect(again.body).toBe('"new"')
})

test('many different questions do not fill the memory', async () => {
  const answer = createPublicAnswers({ clock, keepFor: 1_000 })
  const large = 'x'.repeat(10 * 1024 * 1024)
  let looks = 0
  const look = async () => {
    looks += 1
    return ok({ body: large })
  }
  for (const path of ['/a', '/b', '/a', '/b']) await answer(request(path), look)
  expect(looks).toBe(4)
})
