import { httpAddresses } from '@vitrina/api'
import { fail, ok } from '@vitrina/core'
import { memoryAddresses } from '@vitrina/core/memory'
import { addressSuggestionsContract } from '@vitrina/core/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dadataAddresses } from '../src/dadata-addresses.ts'
import { type Database, defaultRateLimits, type ServerOptions } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { openShop, publicUrl } from './open-shop.ts'

let database: Database
beforeAll(async () => {
  database = await openOne()
}, 60_000)
afterAll(() => database?.close())

async function openAddresses(options: Partial<ServerOptions> = {}, peer?: { address: string }) {
  const { server, shop } = await openShop(database, options)
  return httpAddresses({
    url: publicUrl,
    shop: shop.id,
    fetch: (input, init) => server.fetch(new Request(input, init), peer),
  })
}

const cancelled = AbortSignal.abort()

describe('httpAddresses keeps the contract over a real server', () => {
  const make = async () => ({
    addresses: await openAddresses({ addresses: memoryAddresses() }),
    typed: 'Пермь мир',
    cancelled,
  })
  for (const { name, run } of addressSuggestionsContract(make)) test(name, run)
})

test('a server that knows no addresses says so', async () => {
  expect(await (await openAddresses()).suggest('Пермь')).toEqual(fail({ code: 'not-found' }))
})

test('what does not work there is not to be had now, whatever it is', async () => {
  const addresses = memoryAddresses({ fault: () => ({ code: 'offline' }) })
  const answer = await (await openAddresses({ addresses })).suggest('Пермь')
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

test('nobody makes the merchant pay for more than a person types', async () => {
  const limits = { ...defaultRateLimits, suggestions: 2 }
  const addresses = await openAddresses(
    { addresses: memoryAddresses(), guard: { limits } },
    { address: '192.0.2.7' },
  )
  const codes = []
  for (const typed of ['пер', 'перм', 'пермь']) {
    const answer = await addresses.suggest(typed)
    codes.push(answer.ok ? 'ok' : answer.error.code)
  }
  expect(codes).toEqual(['ok', 'ok', 'rate-limited'])
})

/** An answer of DaData in the shape of its documentation; most of its fields are not ours. */
const dadataAnswer = {
  suggestions: [
    {
      value: 'г Пермь, ул Мира, д 3',
      unrestricted_value: '614000, Пермский край, г Пермь, ул Мира, д 3',
      data: {
        postal_code: '614000',
        country: 'Россия',
        region_with_type: 'Пермский край',
        city: 'Пермь',
        settlement_with_type: null,
        street_with_type: 'ул Мира',
        house: '3',
        flat: null,
        fias_id: '00000000-0000-0000-0000-000000000003',
        geo_lat: '58.0',
        geo_lon: '56.25',
      },
    },
  ],
}

/** DaData as its documentation tells, for the one address that it knows. */
function dadata(asked: { url: string; init: RequestInit | undefined }[] = []) {
  return async (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push({ url: String(input), init })
    const { query } = JSON.parse(String(init?.body))
    return Response.json(query.startsWith('Пермь') ? dadataAnswer : { suggestions: [] })
  }
}

describe('dadataAddresses keeps the contract', () => {
  const make = async () => ({
    addresses: dadataAddresses({ token: 'key', fetch: dadata() }),
    typed: 'Пермь мир',
    cancelled,
  })
  for (const { name, run } of addressSuggestionsContract(make)) test(name, run)
})

test('asks DaData as it wants to be asked, and reads its answer', async () => {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const addresses = dadataAddresses({
    token: 'key',
    count: 5,
    locations: [{ region: 'Пермский' }],
    fetch: dadata(asked),
  })
  expect(await addresses.suggest('Пермь мира 3')).toEqual(
    ok([
      {
        value: 'г Пермь, ул Мира, д 3',
        unrestrictedValue: '614000, Пермский край, г Пермь, ул Мира, д 3',
        parts: {
          postalCode: '614000',
          region: 'Пермский край',
          city: 'Пермь',
          street: 'ул Мира',
          house: '3',
          fias: '00000000-0000-0000-0000-000000000003',
          latitude: 58,
          longitude: 56.25,
        },
      },
    ]),
  )
  const [{ url, init } = { url: '', init: undefined }] = asked
  expect(url).toBe('https://suggestions.dadata.ru/suggestions/api/4_1/rs/suggest/address')
  expect(init).toMatchObject({ method: 'POST', redirect: 'error', headers: { authorization: 'Token key' } })
  expect(JSON.parse(String(init?.body))).toEqual({
    query: 'Пермь мира 3',
    count: 5,
    locations: [{ region: 'Пермский' }],
  })
})

test.each([
  ['too often', async () => new Response('', { status: 429 }), 'rate-limited'],
  ['a wrong key', async () => new Response('', { status: 403 }), 'unavailable'],
  ['another shape', async () => Response.json({ suggestions: [{ value: 1 }] }), 'unavailable'],
  ['no connection', async () => Promise.reject(new TypeError('fetch failed')), 'unavailable'],
] as const)('what DaData cannot answer is a failure: %s', async (_what, fetch, code) => {
  expect(await dadataAddresses({ token: 'key', fetch }).suggest('Пермь')).toEqual(fail({ code }))
})
