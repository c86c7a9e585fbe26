import { routes } from '@vitrina/api'
import { sessionSchema } from '@vitrina/api/schemas'
import { fail } from '@vitrina/core'
import { SignJWT } from 'jose'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { openShop, product, publicUrl, send, type TestShop } from './open-shop.ts'

const guarded = Object.values(routes).filter(({ auth }) => auth === 'buyer')

onEachDatabase((database) => {
  test('exchanges a launch for a token that ends in half an hour', async () => {
    const shop = await openShop(database())
    const answer = await send(shop.server, shop.shop.id, 'POST', '/session', {
      scheme: 'test',
      value: 'anna',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { expiresAt } = v.parse(sessionSchema, answer.body)
    expect(Date.parse(expiresAt) - shop.clock.now()).toBeGreaterThan(29 * 60_000)
    expect(Date.parse(expiresAt) - shop.clock.now()).toBeLessThanOrEqual(30 * 60_000)
  })

  test('answers 401 to a bad proof, with the reason', async () => {
    const { server, shop } = await openShop(database(), {
      authenticate: { test: () => fail({ code: 'bad-signature' }) },
    })
    const { status, headers, body } = await send(server, shop.id, 'POST', '/session', {
      scheme: 'test',
      value: 'forged',
    })
    expect(status).toBe(401)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({
      type: 'urn:vitrina:problem:unauthorized',
      code: 'unauthorized',
      reason: 'bad-signature',
    })
  })

  test.each(['unknown', 'constructor', 'to-string'])('knows no scheme %s', async (scheme) => {
    const { server, shop } = await openShop(database())
    const { status, body } = await send(server, shop.id, 'POST', '/session', { scheme, value: 'x' })
    expect([status, body.reason]).toEqual([401, 'unknown-scheme'])
  })

  test.each(guarded)('$method $path belongs to a buyer', async ({ method, path }) => {
    const { server, shop } = await openShop(database())
    const body = method === 'POST' ? {} : undefined
    const without = await send(server, shop.id, method, path, body)
    expect([without.status, without.body.reason]).toEqual([401, 'token-missing'])
    expect(without.headers.get('www-authenticate')).toBe('Bearer')
    const wrong = await send(server, shop.id, method, path, body, { authorization: 'Bearer a.b.c' })
    expect([wrong.status, wrong.body.reason]).toEqual([401, 'token-invalid'])
  })

  test('a token that was good a moment ago is not good elsewhere, nor when a sign of it changes', async () => {
    const [one, other] = [await openShop(database()), await openShop(database())]
    const { token } = await one.buyer()
    const ask = ({ server, shop }: TestShop, bearer: string) =>
      send(server, shop.id, 'GET', '/orders', undefined, { authorization: `Bearer ${bearer}` })
    expect((await ask(one, token)).status).toBe(200)
    expect((await ask(other, token)).status).toBe(401)
    expect((await ask(one, token.slice(0, -2))).status).toBe(401)
    expect((await ask(one, token)).status).toBe(200)
  })

  test('a token ends after half an hour', async () => {
    const shop = await openShop(database())
    const buyer = await shop.buyer()
    shop.clock.advance(29 * 60_000)
    expect((await buyer.request('GET', '/orders')).status).toBe(200)
    shop.clock.advance(2 * 60_000)
    const { status, body } = await buyer.request('GET', '/orders')
    expect([status, body.reason]).toEqual([401, 'token-expired'])
  })

  test('a token renews itself for twelve hours, then the host has to speak again', async () => {
    const shop = await openShop(database())
    let { token } = await shop.buyer()
    const renew = () =>
      send(shop.server, shop.shop.id, 'POST', '/session', { scheme: 'session', value: token })
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      shop.clock.advance(20 * 60_000)
      const renewed = await renew()
      expect(renewed.status).toBe(200)
      token = renewed.body.token
    }
    shop.clock.advance(20 * 60_000)
    expect((await renew()).body.reason).toBe('session-over')
  })

  test('a token of one shop opens no other', async () => {
    const [here, there] = [await openShop(database()), await openShop(database())]
    const { token } = await here.buyer('anna')
    const { status } = await send(there.server, there.shop.id, 'GET', '/orders', undefined, {
      authorization: `Bearer ${token}`,
    })
    expect(status).toBe(401)
  })

  test('a secret is changed without signing anybody out', async () => {
    const [old, fresh] = ['an old secret of thirty-two chars.', 'a new secret of thirty-two chars.']
    const before = await openShop(database(), { tokenSecret: old })
    const { token } = await before.buyer('anna')
    const during = await openShop(database(), { tokenSecret: [fresh, old] }, before.shop)
    const after = await openShop(database(), { tokenSecret: fresh }, before.shop)
    const status = async ({ server, shop }: TestShop, bearer: string) => {
      const headers = { authorization: `Bearer ${bearer}` }
      return (await send(server, shop.id, 'GET', '/orders', undefined, headers)).status
    }
    expect(await status(during, token)).toBe(200)
    expect(await status(after, token)).toBe(401)
    const proof = { scheme: 'session', value: token }
    const renewed = (await send(during.server, during.shop.id, 'POST', '/session', proof)).body.token
    expect(await status(after, renewed)).toBe(200)
    expect(await status(before, renewed)).toBe(401)
  })

  test.each(['none', 'HS512'])('refuses a token of the algorithm %s', async (alg) => {
    const { server, shop } = await openShop(database())
    const claims = { sub: 'anna', aud: shop.id, iss: 'vitrina', auth_time: 1, exp: 9_999_999_999 }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token =
      alg === 'none'
        ? `${part({ alg })}.${part(claims)}.`
        : await new SignJWT(claims)
            .setProtectedHeader({ alg })
            .sign(new TextEncoder().encode('a secret of thirty-two characters'))
    const { status } = await send(server, shop.id, 'GET', '/orders', undefined, {
      authorization: `Bearer ${token}`,
    })
    expect(status).toBe(401)
  })

  test('the orders and payments of another buyer are not there', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const [owner, stranger] = [await shop.buyer(), await shop.buyer()]
    await owner.put('mug-v', 1)
    const order = await owner.placed({ paymentMethod: 'card' })
    expect((await stranger.request('GET', `/orders/${order.id}`)).status).toBe(404)
    expect((await stranger.request('POST', `/orders/${order.id}/payments`, {})).status).toBe(404)
    expect((await stranger.request('GET', `/orders?checkout=${order.checkoutId}`)).body.orders).toEqual([])
    expect((await stranger.request('GET', '/orders')).body.orders).toEqual([])
    expect((await stranger.cart()).lines).toEqual([])
  })

  test('the orders and the cart of the same buyer in another shop are not there', async () => {
    const [here, there] = [
      await openShop(database(), { products: [product('mug')] }),
      await openShop(database(), { products: [product('mug')] }),
    ]
    const [buyer, same] = [await here.buyer('anna'), await there.buyer('anna')]
    await buyer.put('mug-v', 1)
    const order = await buyer.placed()
    await buyer.put('mug-v', 1)
    expect((await same.request('GET', `/orders/${order.id}`)).status).toBe(404)
    expect((await same.cart()).lines).toEqual([])
  })

  test('a shop that is not served is not found', async () => {
    const { server } = await openShop(database())
    const response = await server.fetch(new Request(`${publicUrl}/v1/shops/elsewhere/products`))
    expect(response.status).toBe(404)
  })
})
