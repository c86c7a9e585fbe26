/** Contracts: what an adapter of a port must do, as named checks for a test runner or for `runContract`. */
export {
  type AddressSuggestionsFixture,
  addressSuggestionsContract,
} from './testing/address-suggestions-contract.ts'
export type { ContractCheck } from './testing/contract-check.ts'
export { hostContract } from './testing/host-contract.ts'
export { type MerchantFixture, merchantContract } from './testing/merchant-contract.ts'
export {
  type CheckReport,
  type ContractReport,
  type RunContractOptions,
  runContract,
} from './testing/run-contract.ts'
export { storageContract } from './testing/storage-contract.ts'
