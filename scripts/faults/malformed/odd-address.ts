import fc from 'fast-check'

/** Addresses of a route: `sound` is a thing that there is. */
export function targetOf(path: string, sound: string): fc.Arbitrary<string> {
  const at = (shop: string, part: string) => `/v1/shops/${shop}${path.replace(/:\w+/, () => part)}`
  const odd = fc.oneof(
    fc.constantFrom(...parts),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.stringMatching(/^(%[0-9a-fA-F]{2}){1,6}$/),
  )
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(at('faults', sound)) },
    { weight: 3, arbitrary: odd.map((part) => at('faults', part)) },
    { weight: 1, arbitrary: odd.map((part) => at(part, sound)) },
    { weight: 1, arbitrary: fc.constantFrom(...placesOf(at('faults', sound))) },
  )
}

const parts = [
  '%',
  '%%',
  '%zz',
  '%00',
  '%0d%0aset-cookie:x',
  '%2e%2e%2f',
  '..%2f..',
  '..',
  '%c0%ae%c0%ae',
  '%ff',
  '%ed%a0%80',
  '%F0%9F%8D%B5',
  'a%2Fb',
  'a;b=c',
  '\xd0\x96',
  '__proto__',
  'constructor',
  '*',
  'x'.repeat(5000),
  '%41'.repeat(2000),
  '\\',
  "'%20or%201=1--",
]

function placesOf(sound: string): string[] {
  return [
    `/${sound}`,
    `${sound}/`,
    `${sound}/../..`,
    `/.${sound}`,
    sound.toUpperCase(),
    `http://elsewhere.example${sound}`,
    `http://[::1${sound}`,
    `//elsewhere.example${sound}`,
    sound.slice(1),
    '*',
    `${sound}#part`,
    `${sound} x`,
    `/v1/shops/faults/nothing`,
  ]
}

/** Nothing, or a query that nobody writes by hand. */
export function query(name: string): fc.Arbitrary<string> {
  const names = { products: ['ids', 'search', 'category', 'cursor', 'limit'], orders: ['checkout'] }
  const known = name === 'products' || name === 'orders' ? names[name] : []
  const key = fc.constantFrom(...known, ...known, ...known, 'other', '__proto__', 'ids[]', '')
  const value = fc.oneof(
    fc.constantFrom(
      '1',
      '24',
      'mug',
      'NaN',
      '-1',
      '1e3',
      '0x1',
      '%00',
      '%',
      '%ff',
      '+',
      'a,b,,',
      '%25_%5c',
      '&',
      '#',
    ),
    fc.constantFrom('9'.repeat(50), 'x'.repeat(3000), 'a,'.repeat(150), '%F0%9F%92%B8', "'--", '\xff'),
    fc.base64String({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
  )
  const pairs = fc.array(
    fc.tuple(key, value).map((pair) => pair.join('=')),
    { minLength: 1, maxLength: 3 },
  )
  const asked = pairs.map((all) => `?${all.join('&')}`)
  const share = known.length > 0 ? 4 : 1
  return fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: share, arbitrary: asked })
}
