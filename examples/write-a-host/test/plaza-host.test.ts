import { readFileSync } from 'node:fs'
import { hostContract, runContract } from '@vitrina/core/testing'
import { afterEach, expect, test } from 'vitest'
import { checkPlazaHost } from '../src/check-plaza-host.ts'
import { plaza, type Reply } from '../src/plaza.ts'
import { plazaHost } from '../src/plaza-host.ts'

const networks: ReturnType<typeof plaza>[] = []
afterEach(() => {
  for (const network of networks.splice(0)) network.end()
})

function open(replies: Record<string, Reply> = {}) {
  const network = plaza(replies)
  networks.push(network)
  return plazaHost(network.port, { patience: 20 })
}

test('a host in one file of under a hundred lines keeps the contract', async () => {
  const { kept, text } = await checkPlazaHost()
  expect(text).toMatch(/plazaHost: (\d+) of \1 checks passed$/)
  expect(kept).toBe(true)
  const source = readFileSync(new URL('../src/plaza-host.ts', import.meta.url), 'utf8')
  expect(source.split('\n').length).toBeLessThan(100)
})

test('outside Plaza, where nobody answers, it says so', async () => {
  expect(await open({ launch: null }).launch()).toEqual({ ok: false, error: { code: 'outside' } })
})

test('a refusal of the user and a Plaza that cannot ask are told apart', async () => {
  const { requestContact } = open({ contact: { refused: 'the user said no' } })
  expect(await requestContact?.()).toEqual({ ok: false, error: { code: 'denied' } })
  const older = open({ contact: { refused: 'no such thing' } })
  expect(await older.requestContact?.()).toEqual({ ok: false, error: { code: 'unsupported' } })
})

test('an answer without a phone is no phone, and the look is Plaza’s', async () => {
  const host = open({ contact: { value: {} } })
  expect(await host.requestContact?.()).toEqual({ ok: true, value: {} })
  expect(host.appearance.getState()).toMatchObject({ scheme: 'dark', insets: { top: 44 } })
})

test('a host that opens whatever it is given does not pass', async () => {
  const careless = async () => ({
    ...open(),
    openLink: async () => ({ ok: true, value: undefined }) as const,
  })
  const { kept, checks } = await runContract(hostContract, careless, { name: 'careless' })
  expect(kept).toBe(false)
  expect(checks.filter(({ problem }) => problem)).toEqual([
    { name: 'opens nothing but web addresses', problem: 'refuses javascript:alert(1)' },
  ])
})
