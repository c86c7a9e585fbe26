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
    return questions.map((question) => question * 10)
  }
  return { batches, ask, finish: () => finish?.() }
}

const turn = () => new Promise((resolve) => setTimeout(resolve))

test('asks together for those that come at the same moment, and for those that came meanwhile', async () => {
  const { batches, ask, finish } = asked()
  const batch = createBatch(ask)
  const first = [batch(1), batch(2)]
  await turn()
  const others = [batch(3), batch(4)]
  await turn()
  expect(batches).toEqual([[1, 2]])
  finish()
  expect(await Promise.all(first)).toEqual([10, 20])
  await turn()
  finish()
  expect(await Promise.all(others)).toEqual([30, 40])
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('asks for no more than so many together', async () => {
  const { batches, ask, finish } = asked()
  const batch = createBatch(ask, 2)
  const answers = Promise.all([1, 2, 3, 4].map(batch))
  for (let time = 0; time < 2; time += 1) {
    await turn()
    finish()
  }
  expect(await answers).toEqual([10, 20, 30, 40])
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('after a fault each is asked by itself: only the one at fault is told, and the next batch goes on', async () => {
  const batches: number[][] = []
  const batch = createBatch(async (questions: number[]) => {
    batches.push(questions)
    await Promise.resolve()
    if (questions.includes(13)) throw new Error('thirteen')
    return questions.map((question) => question * 10)
  })
  const answers = await Promise.allSettled([1, 13, 2].map(batch))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(batches).toEqual([[1, 13, 2], [1], [13], [2]])
  expect(await batch(4)).toBe(40)
})
