import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { feedOf, imported, offerOf } from './recording-sink.ts'

const cyrillic1251 = (text: string) =>
  Buffer.from(
    [...text].map((character) => {
      const code = character.codePointAt(0) ?? 0
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    }),
  )

test('reads windows-1251 when the declaration names it', async () => {
  const feed = feedOf(offerOf({ name: 'Чайник' })).replace('UTF-8', 'windows-1251')
  const { products } = await imported(cyrillic1251(feed), { pieceSize: 5 })
  expect(products[0]?.title).toBe('Чайник')
})

test('refuses offers whose letters the declared encoding does not give', async () => {
  const { report } = await imported(cyrillic1251(feedOf(offerOf({ name: 'Чайник' }))))
  expect(report.problems[0]).toMatchObject({ code: 'unreadable-letters', line: 5, offer: 'mug' })
})

test('reads UTF-16 by its byte order mark', async () => {
  const bytes = Buffer.from(`\ufeff${feedOf(offerOf()).replace('UTF-8', 'UTF-16')}`, 'utf16le')
  expect((await imported(bytes)).products).toHaveLength(1)
})

test('believes the bytes when a declaration claims UTF-16', async () => {
  expect((await imported(feedOf(offerOf()).replace('UTF-8', 'UTF-16'))).products).toHaveLength(1)
})

test('names an encoding that it does not know', async () => {
  const { report } = await imported(feedOf(offerOf()).replace('UTF-8', 'klingon-1'))
  expect(report.stopped).toMatchObject({
    code: 'unknown-encoding',
    message: expect.stringContaining('klingon-1'),
  })
})

test('names archives that it does not unpack', async () => {
  expect((await imported(Buffer.from('PK\x03\x04abc'))).report.stopped?.code).toBe('unknown-archive')
  expect((await imported(Buffer.from('BZh91AY'))).report.stopped?.code).toBe('unknown-archive')
})

test('takes what a torn gzip still gives', async () => {
  const offers = Array.from({ length: 2000 }, (_, index) => offerOf({ id: `o${index}-${Math.sin(index)}` }))
  const packed = gzipSync(feedOf(...offers))
  const { report, products } = await imported(packed.subarray(0, packed.length / 2))
  expect(report.stopped?.code).toBe('broken-archive')
  expect(products.length).toBeGreaterThan(100)
})

test('stops unpacking at the size limit and at a suspicious ratio', async () => {
  const padding = ' '.repeat(3_000_000)
  const small = await imported(gzipSync(feedOf(offerOf(), padding)), { maxBytes: 1_000_000 })
  expect(small.report.stopped?.code).toBe('too-large')
  const bomb = gzipSync(feedOf(offerOf(), ...Array.from({ length: 30 }, () => `<!-- ${padding} -->`)))
  expect((await imported(bomb, { pieceSize: 20_000 })).report.stopped?.code).toBe('too-large')
})
