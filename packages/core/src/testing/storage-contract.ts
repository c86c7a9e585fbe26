import type { Storage } from '../storage.ts'
import { type ContractCheck, expectOk, expectThat } from './contract-check.ts'

/** What every Storage does. `make` gives a fresh, empty one. */
export function storageContract(make: () => Promise<Storage>): ContractCheck[] {
  return [
    {
      name: 'gives undefined for what was never stored',
      async run() {
        const storage = await make()
        expectThat(expectOk(await storage.get('nothing')) === undefined, 'an unknown key has no value')
      },
    },
    {
      name: 'gives back what was stored last',
      async run() {
        const storage = await make()
        await storage.set('key', 'one')
        expectOk(await storage.set('key', 'two, «два», 🛍'))
        const found = expectOk(await storage.get('key'))
        expectThat(found === 'two, «два», 🛍', 'the last value is kept', found)
      },
    },
    {
      name: 'forgets a key that is set to undefined',
      async run() {
        const storage = await make()
        await storage.set('key', 'one')
        expectOk(await storage.set('key', undefined))
        expectThat(expectOk(await storage.get('key')) === undefined, 'a removed key has no value')
      },
    },
    {
      name: 'keeps the last of two writes made at once',
      async run() {
        const storage = await make()
        await Promise.all([storage.set('key', 'first'), storage.set('key', 'second')])
        const found = expectOk(await storage.get('key'))
        expectThat(found === 'second', 'the later write wins', found)
      },
    },
  ]
}
