import { expect, test } from 'vitest'
import { sendVkNotification } from '../src/server.ts'

async function send(answer: unknown, text = 'Заказ № 7 в пути') {
  const sent: URLSearchParams[] = []
  const result = await sendVkNotification(
    { userId: '42', text, deepLink: 'order/7' },
    {
      serviceToken: 'service',
      fetch: async (_address, init) => {
        sent.push(init?.body as URLSearchParams)
        if (answer instanceof Error) throw answer
        return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer))
      },
    },
  )
  return { result, sent }
}

test('tells a user in as many words as VK takes, and where to look', async () => {
  const { result, sent } = await send({ response: [{ user_id: 42, status: true }] }, 'я'.repeat(300))
  expect(result).toEqual({ ok: true, value: undefined })
  expect(Object.fromEntries(sent[0] ?? [])).toEqual({
    access_token: 'service',
    v: '5.199',
    user_ids: '42',
    message: 'я'.repeat(250),
    fragment: 'order/7',
  })
})

test.each([
  [{ response: [{ user_id: 42, status: false, error: { code: 1, description: 'disabled' } }] }, 'denied'],
  [{ response: [] }, 'denied'],
  [{ error: { error_code: 9, error_msg: 'Flood control' } }, 'rate-limited'],
  [{ error: { error_code: 10 } }, 'unavailable'],
  [{ error: { error_code: 5, error_msg: 'User authorization failed' } }, 'unknown'],
  ['<html>', 'unavailable'],
  [new Error('offline'), 'unavailable'],
])('says why not: %j', async (answer, code) => {
  expect((await send(answer)).result).toMatchObject({ ok: false, error: { code } })
})
