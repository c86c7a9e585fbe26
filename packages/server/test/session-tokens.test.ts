import { manualClock } from '@vitrina/core/memory'
import { type JWTPayload, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { createSessionTokens, type SessionIdentity } from '../src/session-tokens.ts'

const secret = 'a secret of thirty-two characters'
const minute = 60_000
const start = 1_789_000_000_000
const anna: SessionIdentity = { buyerId: 'vk:1' }
const refused = (reason: string) => ({ ok: false, error: { code: 'unauthorized', reason } })

/** Tokens of one server, and of another one that has seen none of them. */
function servers(secrets = [secret]) {
  const clock = manualClock(start)
  return {
    clock,
    tokens: createSessionTokens(secrets, clock),
    fresh: () => createSessionTokens(secrets, clock),
  }
}

test('a token says who it is, since when and how long, for half an hour to the second', async () => {
  const { clock, tokens, fresh } = servers()
  const { token, expiresAt } = await tokens.issue('shop', anna)
  expect(Date.parse(expiresAt) - start).toBe(30 * minute)
  const session = { buyerId: 'vk:1', startedAt: start / 1000, endsAt: start / 1000 + 1800 }
  expect(await tokens.verify('shop', token)).toEqual({ ok: true, value: session })
  await clock.pass(30 * minute - 1000)
  for (const server of [tokens, fresh()])
    expect(await server.verify('shop', token)).toEqual({ ok: true, value: session })
  await clock.pass(1000)
  for (const server of [tokens, fresh()]) {
    expect(await server.verify('shop', token)).toEqual(refused('token-expired'))
    expect(await server.renew('shop', token)).toEqual(refused('token-expired'))
  }
})

test('keeps what else a session may see', async () => {
  const { tokens, fresh } = servers()
  const identity = { buyerId: 'guest:1', guest: true as const, link: { orderId: 'o1', hash: 'h' } }
  const { token } = await tokens.issue('shop', identity)
  expect(await fresh().verify('shop', token)).toMatchObject({ ok: true, value: identity })
  const renewed = await tokens.renew('shop', token)
  expect(renewed.ok && (await fresh().verify('shop', renewed.value.token))).toMatchObject({ value: identity })
})

test('is good in its own shop alone', async () => {
  const { tokens, fresh } = servers()
  const { token } = await tokens.issue('shop', anna)
  for (const server of [tokens, fresh()])
    expect(await server.verify('other', token)).toEqual(refused('token-invalid'))
})

test('is renewed for twelve hours', async () => {
  const { clock, tokens } = servers()
  let { token } = await tokens.issue('shop', anna)
  for (let half = 1; half <= 24; half++) {
    await clock.pass(half === 1 ? 29 * minute : 30 * minute - 1000)
    const renewed = await tokens.renew('shop', token)
    if (!renewed.ok) throw new Error(`over after ${half} times`)
    token = renewed.value.token
    expect(await tokens.verify('shop', token)).toMatchObject({
      value: { buyerId: 'vk:1', startedAt: start / 1000 },
    })
  }
  const until = (seconds: number) => clock.pass(start + seconds * 1000 - clock.now())
  await until(12 * 3600)
  expect(await tokens.renew('shop', token)).toMatchObject({ ok: true })
  await until(12 * 3600 + 1)
  expect(await tokens.renew('shop', token)).toEqual(refused('session-over'))
})

test('is signed with the first secret and believed with each', async () => {
  const { clock } = servers()
  const newer = 'another secret of thirty-two signs'
  const [before, during, after] = [[secret], [newer, secret], [newer]].map((secrets) =>
    createSessionTokens(secrets, clock),
  )
  const [old, fresh] = [await before!.issue('shop', anna), await during!.issue('shop', anna)]
  expect((await during!.verify('shop', old.token)).ok).toBe(true)
  expect((await after!.verify('shop', fresh.token)).ok).toBe(true)
  expect(await after!.verify('shop', old.token)).toEqual(refused('token-invalid'))
  expect(await before!.verify('shop', fresh.token)).toEqual(refused('token-invalid'))
})

const claims = { iss: 'vitrina', aud: 'shop', sub: 'vk:1', exp: start / 1000 + 60, auth_time: start / 1000 }
const signed = (payload: JWTPayload, alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret.repeat(3)))

test('believes no token of another maker, method or shape, though it is signed with the secret', async () => {
  const { tokens } = servers([secret.repeat(3)])
  expect(await tokens.verify('shop', await signed(claims))).toMatchObject({ value: { buyerId: 'vk:1' } })
  for (const name of ['iss', 'aud', 'sub', 'exp', 'auth_time']) {
    const rest = Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name))
    expect(await tokens.verify('shop', await signed(rest)), name).toEqual(refused('token-invalid'))
  }
  expect(await tokens.verify('shop', await signed({ ...claims, iss: 'other' }))).toEqual(
    refused('token-invalid'),
  )
  expect(await tokens.verify('shop', await signed(claims, 'HS512'))).toEqual(refused('token-invalid'))
  for (const odd of ['', 'a.b.c', `${await signed(claims)}x`]) {
    expect(await tokens.verify('shop', odd)).toEqual(refused('token-invalid'))
    expect(await tokens.renew('shop', odd)).toEqual(refused('token-invalid'))
  }
})

test.each([
  ['a guest in other words', { guest: 'yes' }],
  ['a link that is a text', { link: 'o1' }],
  ['a link to nothing', { link: null }],
  ['a link without its order', { link: { hash: 'h' } }],
  ['a link without its hash', { link: { orderId: 'o1' } }],
])('makes nothing of %s', async (_, odd) => {
  const { tokens } = servers([secret.repeat(3)])
  const session = await tokens.verify('shop', await signed({ ...claims, ...odd }))
  expect(session).toEqual({
    ok: true,
    value: { buyerId: 'vk:1', startedAt: start / 1000, endsAt: start / 1000 + 60 },
  })
})

test('a session that was ended is over, though its token is good', async () => {
  const clock = manualClock(start)
  const asked: unknown[] = []
  const tokens = createSessionTokens([secret], clock, {
    async isOver(shopId, session) {
      asked.push([shopId, session.buyerId])
      return session.buyerId === 'vk:2'
    },
  })
  const [one, two] = [await tokens.issue('shop', anna), await tokens.issue('shop', { buyerId: 'vk:2' })]
  expect((await tokens.verify('shop', one.token)).ok).toBe(true)
  expect(await tokens.verify('shop', two.token)).toEqual(refused('session-over'))
  expect(await tokens.renew('shop', two.token)).toEqual(refused('session-over'))
  expect(asked).toEqual([
    ['shop', 'vk:1'],
    ['shop', 'vk:2'],
    ['shop', 'vk:2'],
  ])
})
