import { expect, test } from 'vitest'
import { type CartLog, isCartLog, mergeLogs } from '../src/cart-log.ts'
import type { PendingOperation } from '../src/fold-operations.ts'
import { applyChanges, type CartChanges, type CartLine, emptyCart } from '../src/index.ts'

const line: CartLine = {
  variantId: 'a',
  productId: 'p',
  title: 'Mug',
  options: {},
  unitPrice: { amount: 100, currency: 'RUB' },
  quantity: 1,
}
const added = (id: string): PendingOperation => ({
  operation: { id, revision: 1, variantId: 'a', kind: 'add', quantity: 1 },
  line,
})
const given: PendingOperation = { operation: { id: 'code', revision: 1, kind: 'apply-promo', code: 'TEN' } }
const log = (pending: unknown, acknowledged: unknown = []) => ({ pending, acknowledged })
const idsOf = ({ pending }: CartLog) => pending.map(({ operation }) => operation.id)

test('reads a log that holds operations on lines and on codes', () => {
  expect(isCartLog(log([]))).toBe(true)
  expect(isCartLog(log([added('one'), given], ['seen']))).toBe(true)
})

test.each([
  ['nothing', null],
  ['nothing at all', undefined],
  ['a text', 'pending'],
  ['an empty object', {}],
  ['a list', []],
  ['operations alone', { pending: [] }],
  ['notices alone', { acknowledged: [] }],
  ['operations that are no list', log({ every: true })],
  ['notices that are no list', log([], 'seen')],
  ['an operation that is null', log([null])],
  ['an empty entry', log([{}])],
  ['an operation without an id', log([{ operation: { kind: 'remove', variantId: 'a' }, line }])],
  ['an id that is a number', log([{ ...added('x'), operation: { ...added('x').operation, id: 1 } }])],
  ['an operation without its line', log([{ operation: added('x').operation }])],
  ['a line without a price', log([{ ...added('x'), line: { ...line, unitPrice: undefined } }])],
  ['a price in words', log([{ ...added('x'), line: { ...line, unitPrice: { amount: '100' } } }])],
  ['a good operation before a bad one', log([added('x'), { operation: added('y').operation }])],
])('takes %s for no log', (_, found) => {
  expect(isCartLog(found)).toBe(false)
})

test('merges what another page has stored before what this page did, each operation once', () => {
  const mine: CartLog = { pending: [added('b'), added('c')], acknowledged: ['n2', 'n3'] }
  const found: CartLog = { pending: [added('a'), added('b'), added('sent')], acknowledged: ['n1', 'n2'] }
  const merged = mergeLogs(mine, found, new Set(['sent']))
  expect(idsOf(merged)).toEqual(['a', 'b', 'c'])
  expect(merged.acknowledged).toEqual(['n1', 'n2', 'n3'])
  expect(mergeLogs(mine, undefined, new Set())).toEqual(mine)
})

test('remembers the last hundred notices that were seen', () => {
  const many = Array.from({ length: 150 }, (_, index) => `n${index}`)
  const { acknowledged } = mergeLogs(
    { pending: [], acknowledged: ['last'] },
    { pending: [], acknowledged: many },
    new Set(),
  )
  expect(acknowledged).toHaveLength(100)
  expect(acknowledged[0]).toBe('n51')
  expect(acknowledged.at(-1)).toBe('last')
})

const answer = (changes: Partial<CartChanges>): CartChanges => ({
  cartId: 'c',
  since: 1,
  revision: 2,
  lines: [],
  removed: [],
  promoCodes: [],
  applied: [],
  adjustments: [],
  ...changes,
})
const lineOf = (variantId: string, quantity = 1): CartLine => ({ ...line, variantId, quantity })
const settled = applyChanges(
  emptyCart,
  answer({ since: 0, revision: 5, lines: [lineOf('a'), lineOf('b'), lineOf('c')], promoCodes: ['TEN'] }),
)

test('begins with an empty cart that nobody has settled', () => {
  expect(emptyCart).toEqual({ id: null, revision: 0, lines: [], promoCodes: [] })
  expect(settled).toMatchObject({ id: 'c', revision: 5, promoCodes: ['TEN'] })
})

test('changes lines where they stand, puts new ones behind and takes removed ones out', () => {
  const next = applyChanges(
    settled,
    answer({ since: 5, revision: 6, lines: [lineOf('d'), lineOf('b', 7)], removed: ['a'] }),
  )
  expect(next.lines).toEqual([lineOf('b', 7), lineOf('c'), lineOf('d')])
  expect(next).toMatchObject({ id: 'c', revision: 6, promoCodes: [] })
})

test('an answer that is not newer changes nothing, unless it holds the whole cart as it is', () => {
  expect(applyChanges(settled, answer({ since: 4, revision: 5, lines: [lineOf('x')] }))).toBe(settled)
  expect(applyChanges(settled, answer({ since: 0, revision: 4, lines: [lineOf('x')] }))).toBe(settled)
  const whole = applyChanges(settled, answer({ since: 0, revision: 5, lines: [lineOf('x')] }))
  expect(whole).toEqual({ id: 'c', revision: 5, lines: [lineOf('x')], promoCodes: [] })
})

test('the answer of another cart replaces everything, whatever its revision', () => {
  const other = applyChanges(settled, answer({ cartId: 'new', since: 3, revision: 4, lines: [lineOf('x')] }))
  expect(other).toEqual({ id: 'new', revision: 4, lines: [lineOf('x')], promoCodes: [] })
  const older = applyChanges(settled, answer({ cartId: 'new', since: 0, revision: 1 }))
  expect(older).toEqual({ id: 'new', revision: 1, lines: [], promoCodes: [] })
})
