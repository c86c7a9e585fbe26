import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guestAuthenticator, pageAuthenticator, signPageLaunch } from '../src/server.ts'

const secret = 'thirty-two characters or more, say'
const now = () => 1_789_000_000_000

test('believes the page for ten minutes', () => {
  const launch = signPageLaunch('анна/1', { secret, now })
  expect(pageAuthenticator({ secret, now })(launch)).toEqual({ ok: true, value: { buyerId: 'page:анна/1' } })
  const later = (seconds: number) => pageAuthenticator({ secret, now: () => now() + seconds * 1000 })(launch)
  expect(later(600).ok).toBe(true)
  expect(later(601)).toEqual({ ok: false, error: { code: 'expired' } })
  expect(later(-60).ok).toBe(true)
  expect(later(-61)).toEqual({ ok: false, error: { code: 'not-yet-valid' } })
})

test('believes nothing that another secret has signed, or nobody', () => {
  const authenticate = pageAuthenticator({ secret, now })
  const forged = signPageLaunch('1', { secret: secret.toUpperCase(), now })
  expect(authenticate(forged)).toEqual({ ok: false, error: { code: 'bad-signature' } })
  for (const odd of ['', '.', 'a.b', 'null', '{}', 'x'.repeat(5000)])
    expect(authenticate(odd)).toEqual({ ok: false, error: { code: 'malformed' } })
})

test('believes no launch in which a single character was changed', () => {
  const launch = signPageLaunch('100001', { secret, now })
  const authenticate = pageAuthenticator({ secret, now })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  fc.assert(
    fc.property(fc.nat(launch.length - 1), fc.constantFrom(...letters), (place, letter) => {
      fc.pre(launch[place] !== letter)
      expect(authenticate(launch.slice(0, place) + letter + launch.slice(place + 1)).ok).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('believes no launch with something before it, behind it, or written another way', () => {
  const launch = signPageLaunch('100001', { secret, now })
  const authenticate = pageAuthenticator({ secret, now })
  for (const odd of [`!${launch}`, ` ${launch}`, `${launch}A`, `${launch}=`, `${launch}\n`, `x.${launch}`])
    expect(authenticate(odd)).toEqual({ ok: false, error: { code: 'malformed' } })
  // Two bits of the last character stand for nothing: three others would decode to the same signature.
  const bytesOf = (text: string) =>
    Buffer.from(text.slice(text.indexOf('.') + 1), 'base64url').toString('hex')
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
  const alike = letters
    .map((letter) => launch.slice(0, -1) + letter)
    .filter((one) => one !== launch && bytesOf(one) === bytesOf(launch))
  expect(alike).toHaveLength(3)
  for (const one of alike) expect(authenticate(one)).toEqual({ ok: false, error: { code: 'bad-signature' } })
})

test('refuses to sign or to believe with a secret that could be guessed', () => {
  expect(() => signPageLaunch('1', { secret: 'x'.repeat(31) })).toThrow('fewer than 32 characters')
  expect(signPageLaunch('1', { secret: 'x'.repeat(32) })).toContain('.')
  expect(() => pageAuthenticator({ secret: '' })).toThrow(RangeError)
})

test('knows a guest by a hash of what only the guest knows', () => {
  const value = 'a'.repeat(43)
  const guest = guestAuthenticator()(value)
  expect(guest).toEqual(guestAuthenticator()(value))
  expect(JSON.stringify(guest)).not.toContain(value)
  expect(guest).toMatchObject({ value: { buyerId: expect.stringMatching(/^guest:[\w-]{43}$/) } })
  for (const odd of [
    '',
    'a'.repeat(42),
    `${'a'.repeat(42)}=`,
    `${'a'.repeat(43)}\n`,
    `!${value}`,
    `${value}a`,
  ])
    expect(guestAuthenticator()(odd)).toEqual({ ok: false, error: { code: 'malformed' } })
})
