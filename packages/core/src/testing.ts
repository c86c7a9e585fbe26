/** Contracts: what an adapter of a port must do, as named checks that any test runner can run. */
export type { ContractCheck } from './testing/contract-check.ts'
export { hostContract } from './testing/host-contract.ts'
export { type MerchantFixture, merchantContract } from './testing/merchant-contract.ts'
export { storageContract } from './testing/storage-contract.ts'
