import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'

type Spoil = (sound: string) => string

/** Ways to make of JSON a text that somebody got wrong, or wants to be read wrongly. */
export const spoilJson: fc.Arbitrary<Spoil> = fc.oneof(
  fc.nat(1000).map(
    (place): Spoil =>
      (sound) =>
        sound.slice(0, spot(sound, place)),
  ),
  fc.tuple(fc.nat(1000), fc.constantFrom(...pieces())).map(([place, piece]): Spoil => {
    return (sound) => sound.slice(0, spot(sound, place)) + piece + sound.slice(spot(sound, place))
  }),
  fc.constantFrom(...numbers()).map(
    (number): Spoil =>
      (sound) =>
        inPlaceOfAValue(sound, number),
  ),
  fc.constantFrom(...keys()).map(
    (key): Spoil =>
      (sound) =>
        sound.replace('{', () => `{${key},`),
  ),
  fc.constantFrom(5, 50, 500, 5_000, 25_000, 50_000).map((depth): Spoil => {
    return (sound) => inPlaceOfAValue(sound, '['.repeat(depth) + ']'.repeat(depth))
  }),
  fc.constantFrom<Spoil>(
    () => '',
    (sound) => sound + sound,
    (sound) => `[${sound}]`,
    (sound) => `'${sound}'`,
    (sound) => `)]}',\n${sound}`,
    (sound) => `${sound},`,
    (sound) => `/**/${sound}`,
    (sound) => sound.padEnd(64 * 1024),
    (sound) => sound.padEnd(65 * 1024),
    (sound) => sound.padEnd(1000 * 1024),
  ),
)

function spot(text: string, place: number): number {
  return place % (text.length + 1)
}

function inPlaceOfAValue(sound: string, value: string): string {
  return sound.replace(/(?<=:)("[^"]*"|\d+)/, () => value)
}

function pieces(): string[] {
  return ['\0', '"', '\\', '\\u0000', '\\ud800', '\\u', '{', '}', ',', ':', '\r\n', '\u2028', '\ufeff', '💸']
}

function numbers(): string[] {
  return [
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '1e999',
    '-1e999',
    '1e-999',
    '0x10',
    '010',
    '1.',
    '.5',
    '+1',
    '1_000',
    '9007199254740993',
    '9'.repeat(400),
    `0.${'1'.repeat(400)}`,
    '"NaN"',
    '"Infinity"',
    '"1e3"',
    'undefined',
    'null',
    'true',
  ]
}

function keys(): string[] {
  return [
    '"__proto__":{"admin":true}',
    '"constructor":{"prototype":{"admin":true}}',
    '"prototype":{"admin":true}',
    '"toString":1',
    '"hasOwnProperty":null',
    '"":""',
    '"\\u0000":1',
    `"${'k'.repeat(5000)}":1`,
  ]
}

/** How a text becomes bytes, and what it then says of itself. */
export interface Encoding {
  headers: [string, string][]
  encode(text: string): Uint8Array
}

const utf8 = (text: string) => Buffer.from(text)
const plain = { headers: [] as [string, string][], encode: utf8 }
const bomb = gzipSync(Buffer.alloc(20_000_000))
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

const encodings: Encoding[] = [
  { headers: [], encode: (text) => Buffer.from(`\ufeff${text}`) },
  { headers: [], encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { headers: [], encode: (text) => utf16be(`\ufeff${text}`) },
  { headers: [], encode: (text) => Buffer.from(text, 'utf16le') },
  { headers: [], encode: (text) => Buffer.from(text, 'latin1') },
  { headers: [], encode: (text) => Buffer.from(Buffer.from(text).toString('base64')) },
  { headers: [], encode: gzipSync },
  { headers: [['content-encoding', 'gzip']], encode: gzipSync },
  { headers: [['content-encoding', 'gzip, gzip']], encode: (text) => gzipSync(gzipSync(text)) },
  { headers: [['content-encoding', 'deflate']], encode: deflateSync },
  { headers: [['content-encoding', 'br']], encode: brotliCompressSync },
  { headers: [['content-encoding', 'gzip']], encode: utf8 },
  { headers: [['content-encoding', 'gzip']], encode: () => bomb },
]

/** Mostly what it should be, with a wrong byte in every third. */
export const encoding: fc.Arbitrary<Encoding> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(plain) },
  { weight: 1, arbitrary: fc.constantFrom(...encodings) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...wrongBytes())).map(withBytes) },
)

/** Overlong, cut off, half a pair, past the end of Unicode, and none at all. */
function wrongBytes(): number[][] {
  return [
    [0xc0, 0xaf],
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xff],
    [0x80],
    [0xfe, 0xff],
  ]
}

function withBytes([place, bytes]: [number, number[]]): Encoding {
  return {
    headers: [],
    encode(text) {
      const whole = Buffer.from(text)
      const at = place % (whole.length + 1)
      return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)])
    },
  }
}
