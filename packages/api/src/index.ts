export { type HttpAddressesOptions, httpAddresses } from './http-addresses.ts'
export { type HttpMerchantOptions, httpMerchant } from './http-merchant.ts'
export type { Problem } from './problem.ts'
export { routes } from './routes.ts'
