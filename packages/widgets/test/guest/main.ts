/** A page of somebody else with the widgets in it. What its shop has is in the address: `?shop=odd`, `?fields=helped`. */
import { createShop } from '@vitrina/core'
import { memoryAddresses, memoryHost, memoryMerchant } from '@vitrina/core/memory'
import { addressField } from '../../src/address-field.ts'
import { browser } from '../../src/browser.ts'
import { followDevice } from '../../src/device.ts'
import { defineElements } from '../../src/elements.ts'
import { addLanguage } from '../../src/languages.ts'
import { miniCart } from '../../src/mini-cart.ts'
import { PhoneField } from '../../src/phone-field.ts'
import { cards } from './hebrew.ts'
import { productsOf } from './products.ts'

const address = new URLSearchParams(location.search)
// Without a storage of the network what is kept lies in the browser's own.
const { storage: _, ...host } = memoryHost({ locale: address.get('locale') ?? 'en' })
const products = productsOf(address.get('shop') ?? 'usual', location.origin)
const merchant = memoryMerchant({ products })
const shop = createShop({ ...browser(), host, merchant })

addLanguage('he', { cards, screens: () => import('./hebrew.ts').then(({ screens }) => screens) })

// The page itself has these in its HTML; which product a card shows is only known here.
for (const card of document.querySelectorAll('vitrina-product-card')) {
  card.setAttribute('product', products[0]?.id ?? 'no-such-product')
}
const components = { PhoneField, AddressField: addressField(memoryAddresses()) }
// Without them the page is as its owner made it.
if (address.get('widgets') !== 'none') defineElements(shop, address.has('fields') ? { components } : {})
if (address.has('mini-cart')) miniCart(shop)
if (address.has('device')) followDevice()
void shop.start()
