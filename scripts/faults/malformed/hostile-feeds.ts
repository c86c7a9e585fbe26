import { deflateRawSync, gzipSync } from 'node:zlib'

/** A feed that nobody means well with, and how its import must end. */
export interface HostileFeed {
  name: string
  bytes(): Iterable<Uint8Array>
  /** The code of the problem that it stops with; none when it is read to its end. */
  stops?: string
  /** How many offers are taken, where that is certain. */
  taken?: number
}

const head = (encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<yml_catalog date="2026-11-27 10:00"><shop><categories>` +
  '<category id="1">Goods</category></categories><offers>\n'
const tail = '</offers></shop></yml_catalog>'
const offer = (id: string | number, more = '', name = 'Кружка') =>
  `<offer id="${id}"><name>${name}</name><price>790</price><categoryId>1</categoryId>${more}</offer>\n`
const feed = (...offers: string[]) => [text(head() + offers.join('') + tail)]
const withDoctype = (doctype: string, name = '&x;') => [
  text((head() + offer(1, '', name) + tail).replace('<yml_catalog', () => `${doctype}<yml_catalog`)),
]

function text(written: string): Uint8Array {
  return Buffer.from(written)
}

function* many(count: number, make: (index: number) => string): Generator<Uint8Array> {
  for (let from = 0; from < count; from += 100) {
    const pieces = Array.from({ length: Math.min(100, count - from) }, (_, index) => make(from + index))
    yield text(pieces.join(''))
  }
}

function* flood(before: string, piece: string, megabytes: number, after = ''): Generator<Uint8Array> {
  const block = text(piece.repeat(Math.ceil(100_000 / piece.length)))
  yield text(before)
  for (let size = 0; size < megabytes * 1_000_000; size += block.length) yield block
  yield text(after)
}

const entities = (names: number, times: number) =>
  Array.from({ length: names }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(times)}">`).join('')
const declared = { stops: 'entity-declared', taken: 0 }

const entityFeeds: HostileFeed[] = [
  {
    name: 'reads a file',
    bytes: () => withDoctype('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ...declared,
  },
  {
    name: 'calls a neighbour',
    bytes: () => withDoctype('<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]>'),
    ...declared,
  },
  {
    name: 'a parameter entity',
    bytes: () => withDoctype('<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]>'),
    ...declared,
  },
  {
    name: 'a billion laughs',
    bytes: () => withDoctype(`<!DOCTYPE a [<!ENTITY l0 "ha">${entities(9, 10)}]>`, '&l9;'),
    ...declared,
  },
  {
    name: 'a quadratic blow-up',
    bytes: () => withDoctype(`<!DOCTYPE a [<!ENTITY x "${'x'.repeat(100_000)}">]>`, '&x;'.repeat(100_000)),
    ...declared,
  },
  { name: 'an entity of itself', bytes: () => withDoctype('<!DOCTYPE a [<!ENTITY x "&x;">]>'), ...declared },
  { name: 'an entity in lower case', bytes: () => withDoctype('<!DOCTYPE a [<!entity x "y">]>'), taken: 0 },
  {
    name: 'a DTD elsewhere',
    bytes: () => withDoctype('<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">', 'Cup'),
    taken: 1,
  },
  {
    name: 'characters that are none',
    bytes: () => feed(offer(1, '', '&#0;&#x110000;&#xd800;&#99999999999;')),
  },
]

const shapeFeeds: HostileFeed[] = [
  {
    name: '100 000 tags deep',
    bytes: () => flood(head() + offer(1), '<a>', 0.3),
    stops: 'too-deep',
    taken: 1,
  },
  {
    name: 'as deep in a description',
    bytes: () => flood(`${head()}<offer id="1"><description>`, '<b>', 0.3),
    stops: 'too-deep',
  },
  {
    name: '20 000 attributes',
    bytes: () => feed(`<offer ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
    stops: 'too-many-attributes',
  },
  { name: 'an attribute of 50 MB', bytes: () => flood(`${head()}<offer id="`, 'x', 50), stops: 'too-large' },
  { name: 'a tag name of 50 MB', bytes: () => flood(`${head()}<`, 'x', 50), stops: 'too-large' },
  {
    name: 'a name of 50 MB',
    bytes: () => flood(`${head()}<offer id="1"><name>`, 'x', 50),
    stops: 'too-large',
  },
  { name: 'a comment of 50 MB', bytes: () => flood(`${head()}<!--`, 'x', 50), stops: 'too-large' },
  { name: 'CDATA of 50 MB', bytes: () => flood(`${head()}<![CDATA[`, 'x', 50), stops: 'too-large' },
  { name: 'a DOCTYPE of 50 MB', bytes: () => flood('<!DOCTYPE a [', 'x', 50), stops: 'too-large' },
  { name: 'an instruction of 50 MB', bytes: () => flood(`${head()}<?p `, 'x', 50), stops: 'too-large' },
  {
    name: '200 000 pictures of an offer',
    bytes: () => [
      ...flood(`${head()}<offer id="1">`, '<picture>https://a.example/b</picture>', 8),
      text(`</offer>${offer(2)}${tail}`),
    ],
    taken: 1,
  },
  {
    name: '100 000 params of an offer',
    bytes: () => [
      ...flood(`${head()}<offer id="1">`, '<param name="a">b</param>', 2),
      text(`</offer>${offer(2)}${tail}`),
    ],
    taken: 1,
  },
  {
    name: '200 000 categories',
    bytes: () => flood('<yml_catalog><shop><categories>', '<category id="1">a</category>', 6),
    stops: 'too-large',
  },
  { name: '200 000 <', bytes: () => feed(offer(1, '', '<'.repeat(200_000)), offer(2)) },
  {
    name: 'a million &',
    bytes: () => flood(`${head()}<offer id="1"><name>`, '&', 1, `</name></offer>${tail}`),
    taken: 0,
  },
  {
    name: 'a million ]]>',
    bytes: () => flood(`${head()}<offer id="1"><name>`, ']]>', 3, `</name></offer>${tail}`),
    taken: 0,
  },
  {
    name: 'names of JavaScript',
    bytes: () =>
      feed(
        offer('__proto__', '<param name="__proto__">x</param><__proto__>y</__proto__>'),
        offer('constructor'),
      ),
    taken: 2,
  },
  {
    // Enough for what grows faster than the feed; how long an offer takes is for `bench:import` to say.
    name: '50 000 offers of one id',
    bytes: () => [text(head()), ...many(50_000, () => offer(1)), text(tail)],
    taken: 1,
  },
  {
    name: '50 000 offers without a price',
    bytes: () => [
      text(head()),
      ...many(50_000, (n) => `<offer id="${n}"><name>a</name></offer>`),
      text(tail),
    ],
    stops: 'no-offers',
    taken: 0,
  },
  {
    name: 'a group of 20 000',
    bytes: () => [
      text(head()),
      ...many(20_000, (n) => offer(n, `<param name="n">${n}</param>`).replace('id=', 'group_id="g" id=')),
      text(tail),
    ],
    taken: 20_000,
  },
  {
    name: 'a group of 10 000, each with a picture of its own',
    bytes: () => [
      text(head()),
      ...many(10_000, (n) =>
        offer(n, `<picture>https://p.example/${n}.webp</picture>`).replace('id=', 'group_id="g" id='),
      ),
      text(tail),
    ],
    taken: 10_000,
  },
]

const whole = head() + offer(1) + offer(2) + tail
const utf16 = (written: string) => Buffer.from(`\ufeff${written}`, 'utf16le')

/** A megabyte of one character, so often as a member of a gzip file: it unpacks to a thousand times its size. */
function* bomb(before: string, character: string, megabytes: number): Generator<Uint8Array> {
  const member = gzipSync(Buffer.alloc(1_000_000, character))
  yield gzipSync(text(before))
  for (let index = 0; index < megabytes; index++) yield member
}

const packedFeeds: HostileFeed[] = [
  { name: 'a gigabyte of zeros in gzip', bytes: () => bomb(head(), '\0', 1000), taken: 0 },
  {
    name: 'a gigabyte of spaces in gzip',
    bytes: () => bomb(head(), ' ', 1000),
    stops: 'too-large',
    taken: 0,
  },
  { name: 'a gigabyte of comments in gzip', bytes: () => comments(1000), stops: 'too-large', taken: 0 },
  { name: 'gzip in gzip', bytes: () => [gzipSync(gzipSync(text(whole)))], stops: 'not-a-feed', taken: 0 },
  { name: 'gzip cut off', bytes: () => [gzipSync(text(whole)).subarray(0, -40)], stops: 'broken-archive' },
  { name: 'gzip with a wrong sum', bytes: () => [wrongSum(gzipSync(text(whole)))], stops: 'broken-archive' },
  { name: 'gzip with rubbish behind', bytes: () => [gzipSync(text(whole)), text('rubbish')] },
  { name: 'a head of gzip alone', bytes: () => [Buffer.from([0x1f, 0x8b])], stops: 'broken-archive' },
  { name: 'ZIP', bytes: () => [text('PK\x03\x04'), deflateRawSync(text(head()))], stops: 'unknown-archive' },
  { name: 'BZIP2', bytes: () => [text('BZh91AY&SY')], stops: 'unknown-archive' },
]

function* comments(megabytes: number): Generator<Uint8Array> {
  const member = gzipSync(Buffer.from(`<!--${' '.repeat(993)}-->`.repeat(1000)))
  yield gzipSync(text(head()))
  for (let index = 0; index < megabytes; index++) yield member
}

function wrongSum(packed: Buffer): Buffer {
  packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 0xff
  return packed
}

const textFeeds: HostileFeed[] = [
  { name: 'nothing', bytes: () => [], stops: 'not-a-feed' },
  {
    name: 'a page of HTML',
    bytes: () => [text('<!DOCTYPE html><html><body>404</body></html>')],
    stops: 'not-a-feed',
  },
  {
    name: 'random bytes',
    bytes: () => [Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * n * 31 + n) % 251))],
    taken: 0,
  },
  {
    name: 'cut off in a tag',
    bytes: () => [text(whole.slice(0, whole.lastIndexOf('<price>') + 3))],
    stops: 'cut-off',
    taken: 1,
  },
  {
    name: 'cut off in a letter',
    bytes: () => [text(head() + offer(1)), text('<offer id="2"><name>К').subarray(0, -1)],
    stops: 'cut-off',
    taken: 1,
  },
  {
    name: 'cut off in CDATA',
    bytes: () => [text(`${head()}${offer(1)}<offer id="2"><description><![CDATA[<p>`)],
    stops: 'cut-off',
    taken: 1,
  },
  { name: 'UTF-16, little end first', bytes: () => [utf16(whole)], taken: 2 },
  { name: 'UTF-16, big end first', bytes: () => [utf16(whole).swap16()], taken: 2 },
  { name: 'UTF-16 with an odd byte', bytes: () => [utf16(whole).subarray(0, -1)] },
  { name: 'UTF-16 that says UTF-8 and has no mark', bytes: () => [Buffer.from(whole, 'utf16le')], taken: 0 },
  {
    name: 'an encoding that is none',
    bytes: () => [text(whole.replace('UTF-8', 'klingon'))],
    stops: 'unknown-encoding',
  },
  { name: 'UTF-7', bytes: () => [text(`${head('UTF-7')}+ADw-offer+AD4-${tail}`)], stops: 'unknown-encoding' },
  { name: 'UTF-32', bytes: () => [Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c])], taken: 0 },
  {
    name: 'UTF-8 that says windows-1251',
    bytes: () => [text(head('windows-1251') + offer(1) + tail)],
    taken: 1,
  },
  {
    name: 'half UTF-8, half windows-1251',
    bytes: () => [
      text(head() + offer(1)),
      text('<offer id="2"><name>'),
      Buffer.from([0xca, 0xf0, 0xf3]),
      text('</name><price>1</price><categoryId>1</categoryId></offer>'),
      text(tail),
    ],
    taken: 1,
  },
  {
    name: 'overlong UTF-8',
    bytes: () => [text(head()), Buffer.from([0xc0, 0xbc]), text(`offer/>${tail}`)],
    stops: 'no-offers',
    taken: 0,
  },
  { name: 'zeros between letters', bytes: () => [text(`${head()}${offer(1, '', 'a\0b')}${tail}`)] },
  {
    name: 'a mark in the middle',
    bytes: () => [text(head() + offer(1)), text(`\ufeff${offer(2)}${tail}`)],
    taken: 2,
  },
]

export const hostileFeeds: HostileFeed[] = [...entityFeeds, ...shapeFeeds, ...packedFeeds, ...textFeeds]

/** What must go through: so many megabytes of good offers. */
export function* largeFeed(megabytes: number): Generator<Uint8Array> {
  yield text(head())
  const description = `<description><![CDATA[<p>${'Слова о кружке. '.repeat(40)}</p>]]></description>`
  yield* many(Math.floor(megabytes * 1000), (index) => offer(index, description))
  yield text(tail)
}
