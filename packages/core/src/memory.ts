/** Adapters that live in memory: for tests, demonstrations and a first look. They pass the same contracts as real ones. */
export { type ManualClock, manualClock } from './memory/manual-clock.ts'
export { type MemoryAddressesOptions, memoryAddresses } from './memory/memory-addresses.ts'
export { type MemoryHost, type MemoryHostOptions, memoryHost } from './memory/memory-host.ts'
export { type MemoryMerchant, type MemoryMerchantOptions, memoryMerchant } from './memory/memory-merchant.ts'
export { type MemoryNetwork, memoryNetwork } from './memory/memory-network.ts'
export { memoryStorage } from './memory/memory-storage.ts'
export { sampleProducts } from './memory/sample-products.ts'
export { seededRandom } from './memory/seeded-random.ts'
