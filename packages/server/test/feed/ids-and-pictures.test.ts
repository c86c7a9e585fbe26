import { idSchema } from '@vitrina/api/schemas'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { feedId, groupProductId } from '../../src/feed/feed-id.ts'
import { pictureUrl } from '../../src/feed/picture-url.ts'

test('leaves good ids as they are', () => {
  expect(feedId('mug-blue_1.5')).toBe('mug-blue_1.5')
  expect(groupProductId('mug')).toBe('g:mug')
})

test('makes ids of the wire, different ones of different ids', () => {
  const id = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.stringMatching(/^[a~:. 0-9f]{1,12}$/),
    fc.string({ minLength: 90 }),
  )
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(v.is(idSchema, feedId(one))).toBe(true)
      expect(v.is(idSchema, groupProductId(one))).toBe(true)
      expect(feedId(one)).not.toContain(':')
      expect(feedId(one) === feedId(other)).toBe(one === other)
    }),
  )
})

test('takes web addresses and paths below the pictures', () => {
  expect(pictureUrl(' https://a.example/кружка 1.png ')).toBe(
    'https://a.example/%D0%BA%D1%80%D1%83%D0%B6%D0%BA%D0%B0%201.png',
  )
  expect(pictureUrl('//cdn.example/a.png')).toBe('https://cdn.example/a.png')
  expect(pictureUrl('http://a.example/?a=1&amp;b=2')).toBe('http://a.example/?a=1&b=2')
  expect(pictureUrl('mug-blue.svg')).toBe('mug-blue.svg')
  expect(pictureUrl('2026/mug.svg')).toBe('2026/mug.svg')
})

test('refuses addresses that run, read files or climb', () => {
  const bad = [
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
  ]
  const worse = [
    'ftp://a.example/a',
    '../a',
    'a/../../b',
    '..?a',
    'a/..#b',
    '/etc/passwd',
    '%2e%2e/a',
    'a\\b',
    'https://user:pw@a.example/',
    'http://',
  ]
  for (const url of [...bad, ...worse]) expect(pictureUrl(url)).toBeUndefined()
})

test('gives only http, https or a plain path for any text', () => {
  const near = fc.constantFrom('javascript:', 'data:', '//', '/', '..', ':', '\t', ' ', 'http:', 'x')
  fc.assert(
    fc.property(fc.array(fc.oneof(near, fc.string({ maxLength: 4 }))), (pieces) => {
      const url = pictureUrl(pieces.join(''))
      if (url === undefined) return
      const resolved = new URL(url, 'https://shop.example/pictures/')
      expect(['http:', 'https:']).toContain(resolved.protocol)
      if (!/^https?:/.test(url)) expect(resolved.href.startsWith('https://shop.example/pictures/')).toBe(true)
    }),
  )
})
