import { fail, ok } from '@vitrina/core'
import { expect, test } from 'vitest'
import { createPublicAnswers } from '../src/http/public-answers.ts'

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`https://shop.example${path}`, { headers })

test('a crowd that asks for the same is answered from one look', async () => {
  const answer = createPublicAnswers()
  let looks = 0
  const look = async () => {
    looks += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return ok({ body: { looks } })
  }
  const texts = await Promise.all(
    Array.from({ length: 50 }, async () => (await answer(request('/mug'), look)).text()),
  )
  expect(new Set(texts)).toEqual(new Set(['{"looks":1}']))
  expect(await (await answer(request('/mug'), look)).json()).toEqual({ looks: 2 })
  expect(looks).toBe(2)
})

test('other questions, failures and faults stay apart', async () => {
  const answer = createPublicAnswers()
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
  const answer = createPublicAnswers()
  const look = async () => ok({ body: 'mug' })
  const etag = (await answer(request('/mug'), look)).headers.get('etag') ?? ''
  const both = await Promise.all([
    answer(request('/mug', { 'if-none-match': `W/${etag}` }), look),
    answer(request('/mug'), look),
  ])
  expect(both.map(({ status }) => status)).toEqual([304, 200])
})
