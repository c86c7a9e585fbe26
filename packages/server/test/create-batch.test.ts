import { expect, test } from 'vitest'
import { createBatch } from '../src/create-batch.ts'

function asked() {
  const batches: number[][] = []
  let finish: (() => void) | undefined
  const ask = async (questions: number[]) => {
    batches.push(questions)
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    if (questions.includes(13)) throw new Error('thirteen')
    return questions.map((question) => question * 10)
  }
  return { batches, ask, finish: () => finish?.() }
}

test('asks for one at once, and together for those that came meanwhile', async () => {
  const { batches, ask, finish } = asked()
  const batch = createBatch(ask)
  const first = batch(1)
  const others = [batch(2), batch(3)]
  expect(batches).toEqual([[1]])
  finish()
  expect(await first).toBe(10)
  finish()
  expect(await Promise.all(others)).toEqual([20, 30])
  expect(batches).toEqual([[1], [2, 3]])
})

test('asks for no more than so many together', async () => {
  const { batches, ask, finish } = asked()
  const batch = createBatch(ask, 2)
  const answers = Promise.all([1, 2, 3, 4].map(batch))
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve))
    finish()
  }
  expect(await answers).toEqual([10, 20, 30, 40])
  expect(batches).toEqual([[1], [2, 3], [4]])
})

test('a fault is told to all of a batch, and the next one goes on', async () => {
  const { ask, finish } = asked()
  const batch = createBatch(ask)
  const answers = Promise.allSettled([1, 13, 2].map(batch))
  await new Promise((resolve) => setTimeout(resolve))
  finish()
  await new Promise((resolve) => setTimeout(resolve))
  finish()
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  const next = batch(4)
  await new Promise((resolve) => setTimeout(resolve))
  finish()
  expect(await next).toBe(40)
})
