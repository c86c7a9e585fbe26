import { hostContract, merchantContract, storageContract } from '../../packages/core/src/testing.ts'

export interface ContractChecks {
  host: string[]
  merchant: string[]
  storage: string[]
}

declare const data: ContractChecks

export { data }

/** The names of all checks as they are in the code, read when the site is built. Nothing is run, so nothing is made. */
export default {
  load(): ContractChecks {
    const never = () => new Promise<never>(() => {})
    const names = (checks: { name: string }[]) => checks.map(({ name }) => name)
    return {
      host: names(hostContract(never)),
      merchant: names(merchantContract(never)),
      storage: names(storageContract(never)),
    }
  },
}
