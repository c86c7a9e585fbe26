import { expect, test } from 'vitest'
import { manualClock, memoryHost, memoryMerchant } from '../src/memory.ts'
import { type ContractCheck, hostContract, merchantContract, runContract } from '../src/testing.ts'

test('a report says in words that every check of a contract passed', async () => {
  const report = await runContract(hostContract, async () => memoryHost(), { name: 'memoryHost' })
  expect(report.kept).toBe(true)
  expect(report.checks.map(({ name }) => name)).toEqual(
    hostContract(async () => memoryHost()).map(({ name }) => name),
  )
  expect(report.text.split('\n').at(-1)).toBe(
    `memoryHost: ${report.checks.length} of ${report.checks.length} checks passed`,
  )
})

test('a merchant that orders twice is told which promise it broke', async () => {
  const make = async () => {
    const merchant = memoryMerchant({ stock: { 'shirt-m': 3 } })
    const placeOrder: typeof merchant.placeOrder = (request) =>
      merchant.placeOrder({ ...request, checkoutId: `${request.checkoutId}-${Math.random()}` })
    const fixture = { plentiful: 'mug-1', other: 'shirt-s', scarce: 'shirt-m', soldOut: 'lamp-1' }
    return { ...fixture, merchant: { ...merchant, placeOrder } }
  }
  const { kept, checks, text } = await runContract(merchantContract, make)
  expect(kept).toBe(false)
  const broken = checks.filter(({ problem }) => problem !== undefined).map(({ name }) => name)
  expect(broken).toContain('makes one order of one checkout, and empties the cart')
  expect(broken).not.toContain('starts with an empty cart that has an id')
  expect(text).toContain('✗ makes one order of one checkout, and empties the cart')
})

test('an adapter that cannot be made breaks every check and stops nothing', async () => {
  const make = () => Promise.reject(new Error('no such network'))
  const { checks } = await runContract(hostContract, make)
  expect(new Set(checks.map(({ problem }) => problem))).toEqual(new Set(['no such network']))
})

test('a check that never ends is reported when its patience is over', async () => {
  const clock = manualClock()
  const contract = (make: () => Promise<string>): ContractCheck[] => [
    { name: 'answers', run: () => new Promise(() => {}) },
    { name: 'is made', run: async () => void (await make()) },
  ]
  const running = runContract(contract, async () => 'it', { clock, patience: 500 })
  await clock.pass(500)
  expect((await running).checks).toEqual([
    { name: 'answers', problem: 'did not end within 500 ms' },
    { name: 'is made' },
  ])
})
