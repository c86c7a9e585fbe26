import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeAlong } from '../src/aside/take-along.ts'
import { createStore, type Storage } from '../src/index.ts'
import { memoryStorage } from '../src/memory.ts'
import { mergeWishes, type WishEntry, type WishLog } from '../src/wish-list/wish-log.ts'
import { createWishList, type Wish } from '../src/wish-list.ts'

const wish = (variantId: string): Wish => ({
  productId: 'p',
  variantId,
  title: `Title of ${variantId}`,
  quantity: 1,
})

function page(values: Map<string, string>, now = () => 1000) {
  const storage = createStore<Storage | null>(memoryStorage(values))
  const list = createWishList(storage, { now })
  const ids = () => list.getState().wishes.map(({ variantId }) => variantId)
  return { list, ids }
}

const stored = () => new Promise((resolve) => setTimeout(resolve, 5))

test('keeps what was added over a reload, the newest first', async () => {
  const values = new Map<string, string>()
  const before = page(values)
  expect(before.list.getState().status).toBe('loading')
  before.list.add(wish('a'))
  before.list.add(wish('b'))
  expect(before.ids()).toHaveLength(2)
  await stored()
  const after = page(values)
  await stored()
  expect(after.list.getState().status).toBe('ready')
  expect(after.ids().sort()).toEqual(['a', 'b'])
})

test('has what was added before the host answered', async () => {
  const values = new Map<string, string>()
  const storage = createStore<Storage | null>(null)
  const list = createWishList(storage, { now: () => 1 })
  list.add(wish('early'))
  storage.set(memoryStorage(values))
  await stored()
  expect(list.getState()).toMatchObject({ status: 'ready', wishes: [{ variantId: 'early' }] })
  const after = page(values)
  await stored()
  expect(after.ids()).toEqual(['early'])
})

test('brings two tabs together: nothing added is lost, nothing removed comes back', async () => {
  const values = new Map<string, string>()
  let time = 0
  const now = () => ++time
  const one = page(values, now)
  const two = page(values, now)
  await stored()
  one.list.add(wish('a'))
  two.list.add(wish('b'))
  await stored()
  await Promise.all([one.list.refresh(), two.list.refresh()])
  expect(one.ids().sort()).toEqual(['a', 'b'])
  expect(two.ids().sort()).toEqual(['a', 'b'])
  one.list.remove('b')
  await stored()
  two.list.add(wish('c'))
  await stored()
  await one.list.refresh()
  expect(one.ids().sort()).toEqual(['a', 'c'])
})

test('forgets everything, what was removed too, and another tab does not bring it back', async () => {
  const values = new Map<string, string>()
  let time = 0
  const now = () => ++time
  const one = page(values, now)
  const two = page(values, now)
  await stored()
  one.list.add(wish('a'))
  one.list.add(wish('b'))
  one.list.remove('b')
  await stored()
  await two.list.refresh()
  one.list.clear()
  await stored()
  expect([...values.values()].join()).not.toMatch(/"[ab]"|Title/)
  two.list.add(wish('c'))
  await stored()
  await one.list.refresh()
  expect(one.ids()).toEqual(['c'])
  expect([...values.values()].join()).not.toMatch(/"[ab]"/)
})

test('what is added in the millisecond in which all was forgotten is there', () => {
  const { list, ids } = page(new Map())
  list.add(wish('a'))
  list.clear()
  list.add(wish('a'))
  expect(ids()).toEqual(['a'])
})

test('a removal keeps no title', async () => {
  const values = new Map<string, string>()
  const { list } = page(values)
  await stored()
  list.add(wish('a'))
  list.remove('a')
  await stored()
  expect([...values.values()].join()).not.toContain('Title')
})

test('what is removed and added again in one millisecond is there', () => {
  const { list, ids } = page(new Map())
  list.add(wish('a'))
  list.remove('a')
  expect(ids()).toEqual([])
  list.add(wish('a'))
  expect(ids()).toEqual(['a'])
})

test('forgets the oldest of more than two hundred', () => {
  let time = 0
  const { list, ids } = page(new Map(), () => ++time)
  for (let index = 0; index < 210; index += 1) list.add(wish(`v${index}`))
  expect(ids()).toHaveLength(200)
  expect(ids()[0]).toBe('v209')
  expect(ids()).not.toContain('v0')
})

test('takes what it cannot read for nothing, and goes on where nothing can be stored', async () => {
  for (const text of ['{"entries":[{"variantId":7}]}', '[]', 'null', '{"entries":']) {
    const { list, ids } = page(new Map([['wishes', text]]))
    await stored()
    expect(list.getState(), text).toEqual({ status: 'ready', wishes: [] })
    list.add(wish('a'))
    expect(ids()).toEqual(['a'])
  }
})

test('the same comes out in whatever order pages meet', () => {
  const entry: fc.Arbitrary<WishEntry> = fc
    .record({ variantId: fc.constantFrom('a', 'b', 'c'), at: fc.nat(3), removed: fc.boolean() })
    .map(({ variantId, at, removed }) => ({ ...wish(variantId), at, ...(removed && { removed }) }))
  const log: fc.Arbitrary<WishLog> = fc.array(entry).map((entries) => ({ entries }))
  fc.assert(
    fc.property(log, log, log, (a, b, c) => {
      expect(mergeWishes(a, b)).toEqual(mergeWishes(b, a))
      expect(mergeWishes(mergeWishes(a, b), c)).toEqual(mergeWishes(a, mergeWishes(b, c)))
      expect(mergeWishes(mergeWishes(a, b), b)).toEqual(mergeWishes(a, b))
    }),
  )
})

test('a guest’s wishes go with the guest who becomes a buyer', async () => {
  let time = 0
  const now = () => ++time
  const [guests, own] = [new Map<string, string>(), new Map<string, string>()]
  const buyer = page(own, now)
  await stored()
  buyer.list.add(wish('a'))
  buyer.list.add(wish('b'))
  const guest = page(guests, now)
  await stored()
  guest.list.add(wish('b'))
  guest.list.remove('b')
  guest.list.add(wish('c'))
  await stored()
  await takeAlong(memoryStorage(guests), memoryStorage(own))
  expect(guests.size).toBe(0)
  const after = page(own, now)
  await stored()
  expect(after.ids()).toEqual(['c', 'a'])
})
