import fc from 'fast-check'

export const contentTypes: (string | null)[] = [
  null,
  '',
  'text/plain',
  'text/plain;application/json',
  'application/json;charset=utf-16',
  'application/json; charset="',
  'APPLICATION/JSON',
  'application/json, text/plain',
  'application/jsonp',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json\xff',
]

/** What else may stand in a request; each character is a byte. */
export const header: fc.Arbitrary<[string, string]> = fc.constantFrom<[string, string]>(
  ['host', 'elsewhere.example'],
  ['host', 'a b'],
  ['content-type', 'application/json'],
  ['content-type', 'text/html'],
  ['authorization', 'Bearer x'],
  ['idempotency-key', 'second'],
  ['origin', 'null'],
  ['origin', 'https://\xff.example'],
  ['accept-encoding', 'gzip;q=NaN'],
  ['accept', '*/*;q=-1'],
  ['if-none-match', `"${'x'.repeat(3000)}`],
  ['if-none-match', '*'],
  ['range', 'bytes=0-0,-1'],
  ['expect', '100-continue'],
  ['expect', 'something else'],
  ['upgrade', 'websocket'],
  ['connection', 'upgrade, keep-alive, close'],
  ['te', 'trailers'],
  ['x-forwarded-for', '::1, %, ,,,'],
  ['x-http-method-override', 'DELETE'],
  ['access-control-request-method', 'POST'],
  ['cookie', '='.repeat(4000)],
  ['x'.repeat(200), 'y'.repeat(5000)],
  ['x-large', 'y'.repeat(20_000)],
  ['x-bytes', '\x80\xff\xfe'],
  ['x-zero', 'a\0b'],
  ['x-fold', 'a\r\n b'],
  ['bad name', 'x'],
  ['', 'x'],
  ['__proto__', 'x'],
  ['constructor', 'x'],
  ['content-length', '5'],
  ['content-length', '-1'],
  ['content-length', '99999999999999999999'],
  ['transfer-encoding', 'gzip, chunked'],
  ['transfer-encoding', 'identity'],
)

export function authorizations(token: string): string[] {
  return [
    '',
    'Bearer',
    'Bearer ',
    `bearer  ${token}`,
    `Bearer ${token}x`,
    `Bearer ${token.split('.').slice(0, 2).join('.')}.`,
    `Bearer eyJhbGciOiJub25lIn0.${token.split('.')[1]}.`,
    `Bearer ${'x'.repeat(5000)}`,
    'Basic \xff\xfe',
    `Bearer ${token}, Bearer ${token}`,
  ]
}

export function idempotency(key: string, own: string): [string, string][] {
  const value = own.replace(/[^\x20-\x7e]/g, '?').slice(0, 200)
  if (key === 'none') return []
  if (key === 'other') return [['idempotency-key', `${value}-other`]]
  const one: [string, string] = ['idempotency-key', value]
  return key === 'twice' ? [one, one] : [one]
}
