import type { Shop } from '@vitrina/core'
import { openShop } from './open-shop.ts'
import { readAddress } from './read-address.ts'

const address = readAddress(import.meta.url, location.href)
if (!address.ok) console.error(`Vitrina, in the address of the script: ${address.error}`)

/** The page's shop, for scripts that want more than the elements; undefined when the script's address is wrong. */
export const shop: Shop | undefined = address.ok ? openShop(address.value) : undefined
