import { expect, test } from 'vitest'
import { createInTurn } from '../src/guard/in-turn.ts'

function slow() {
  let end = () => {}
  const work = new Promise<void>((resolve) => {
    end = resolve
  })
  return { end, work: () => work }
}

test('the same name waits, another one does not', async () => {
  const inTurn = createInTurn()
  const { end, work } = slow()
  const seen: string[] = []
  const note = (what: string) => async () => void seen.push(what)
  const first = inTurn('a', work).then(note('first'))
  const second = inTurn('a', note('second'))
  const third = inTurn('a', note('third'))
  await inTurn('b', note('other'))
  expect(seen).toEqual(['other'])
  end()
  await Promise.all([first, second, third])
  expect(new Set(seen)).toEqual(new Set(['other', 'first', 'second', 'third']))
})

test('one at a time, however many wait', async () => {
  const inTurn = createInTurn()
  let [now, most] = [0, 0]
  const work = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    now -= 1
  }
  await Promise.all(Array.from({ length: 20 }, () => inTurn('a', work)))
  expect(most).toBe(1)
})

test('who waits too long is told so, and what failed keeps nobody', async () => {
  const inTurn = createInTurn(10)
  const { end, work } = slow()
  const first = inTurn('a', work)
  expect(await inTurn('a', async () => 'done')).toBeUndefined()
  end()
  await first
  const failed = inTurn('a', () => Promise.reject(new Error('no')))
  const after = inTurn('a', async () => 'done')
  await expect(failed).rejects.toThrow('no')
  expect(await after).toBe('done')
})
