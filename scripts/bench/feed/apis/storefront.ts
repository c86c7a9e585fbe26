/** Shopify's Storefront API as far as a feed with a cart asks it, over carts that live as long as the bench. */
import type { Api, ShownProduct } from './api.ts'
import { type Arguments, type Document, execute, type Fields } from './graphql.ts'

/** What the API allows: https://shopify.dev/docs/api/usage/limits, and 500 lines in a cart. */
const mostIds = 250
export const mostCartLines = 500

interface Line {
  id: string
  product: ShownProduct
  quantity: number
}

interface Cart {
  id: string
  lines: Line[]
  country: string
}

interface Lines {
  lines?: { merchandiseId: string; quantity?: number }[]
  buyerIdentity?: { countryCode?: string }
}

export function storefrontApi(
  products: readonly ShownProduct[],
  origin: string,
  parse: (query: string) => Document,
): Api {
  const byId = new Map(products.map((product) => [product.id, product]))
  const carts = new Map<string, Cart>()

  const productOf = (id: string) => byId.get(id.split('/').at(-1)?.split('?')[0] ?? '')

  function create({ lines, buyerIdentity }: Lines): Cart {
    const id = `gid://shopify/Cart/${carts.size + 1}?key=0b1e4d5c2a`
    const cart: Cart = { id, lines: [], country: buyerIdentity?.countryCode ?? 'RU' }
    carts.set(id, cart)
    add(cart, lines)
    return cart
  }

  function add(cart: Cart, lines: Lines['lines'] = []): void {
    for (const { merchandiseId, quantity = 1 } of lines) {
      const product = productOf(merchandiseId)
      const line = cart.lines.find((one) => one.product === product)
      if (line) line.quantity += quantity
      else if (product && cart.lines.length < mostCartLines)
        cart.lines.push({ id: `gid://shopify/CartLine/${cart.lines.length + 1}?cart=1`, product, quantity })
    }
  }

  const change = (cart: Cart | undefined) => ({
    __typename: 'CartPayload',
    cart: cart ? cartFields(cart) : null,
    userErrors: [],
    warnings: [],
  })

  const root: Fields = {
    __typename: 'QueryRoot',
    nodes({ ids }: Arguments) {
      const asked = ids as string[]
      if (asked.length > mostIds)
        throw new Error(`The input array size of ${asked.length} is greater than 250`)
      return asked.map((id) => productFields(productOf(id), origin))
    },
    node: ({ id }: Arguments) => productFields(productOf(String(id)), origin),
    product: ({ id }: Arguments) => productFields(productOf(String(id)), origin),
    shop: {
      __typename: 'Shop',
      name: 'Vitrina',
      moneyFormat: '{{amount_with_comma_separator}} ₽',
      paymentSettings: { currencyCode: 'RUB' },
    },
    cart({ id }: Arguments) {
      const cart = carts.get(String(id))
      return cart ? cartFields(cart) : null
    },
    cartCreate: ({ input }: Arguments) => change(create(input as Lines)),
    cartLinesAdd({ cartId, lines }: Arguments) {
      const cart = carts.get(String(cartId))
      if (cart) add(cart, lines as Lines['lines'])
      return change(cart)
    },
    cartBuyerIdentityUpdate({ cartId, buyerIdentity }: Arguments) {
      const cart = carts.get(String(cartId))
      if (cart) cart.country = (buyerIdentity as Lines['buyerIdentity'])?.countryCode ?? cart.country
      return change(cart)
    },
  }

  const cartFields = (cart: Cart): Fields => cartOf(cart, origin)

  return ({ address, body }) => {
    if (address.pathname === '/bench/cart') {
      const wanted = products.slice(0, Number(address.searchParams.get('lines')))
      return { json: create({ lines: wanted.map(({ id }) => ({ merchandiseId: id })) }).id }
    }
    if (!/^\/api\/[^/]+\/graphql(\.json)?$/.test(address.pathname)) return null
    const { query, variables = {} } = JSON.parse(body)
    try {
      const about = query.includes('cart') ? 'cart' : 'products'
      return { json: { data: execute(parse(query), variables, root) }, about }
    } catch (error) {
      console.error(`The storefront's stub: ${error instanceof Error ? error.message : error}`)
      return { json: { errors: [{ message: String(error) }] } }
    }
  }
}

/** The API writes `1290.5` and `1290.0`. */
const money = (amount: number): Fields => ({
  __typename: 'MoneyV2',
  amount: (amount / 100).toFixed(amount % 10 === 0 ? 1 : 2),
  currencyCode: 'RUB',
})

/** A list by pages: of the lines of a cart at most 250 at once. */
function pages(nodes: readonly Fields[]) {
  return ({ first = 250, after }: { first?: number; after?: string | null }): Fields => {
    const from = after ? Number(after) : 0
    const to = Math.min(from + Math.min(first, 250), nodes.length)
    const shown = nodes.slice(from, to)
    return {
      __typename: 'Connection',
      nodes: shown,
      edges: shown.map((node, index) => ({ __typename: 'Edge', cursor: String(from + index + 1), node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: to < nodes.length, hasPreviousPage: from > 0 },
    }
  }
}

function image(product: ShownProduct, origin: string): Fields {
  return {
    __typename: 'Image',
    id: `gid://shopify/ProductImage/${product.id}`,
    url: `${origin}${product.picture}`,
    src: `${origin}${product.picture}`,
    altText: null,
    width: 400,
    height: 300,
  }
}

function variantFields(product: ShownProduct, origin: string): Fields {
  return {
    __typename: 'ProductVariant',
    id: `gid://shopify/ProductVariant/${product.id}`,
    title: 'Default Title',
    price: money(product.amount),
    priceV2: money(product.amount),
    compareAtPrice: null,
    compareAtPriceV2: null,
    unitPrice: null,
    unitPriceMeasurement: {
      __typename: 'UnitPriceMeasurement',
      measuredType: null,
      quantityUnit: null,
      quantityValue: 0,
      referenceUnit: null,
      referenceValue: 0,
    },
    weight: 0,
    availableForSale: true,
    available: true,
    requiresShipping: true,
    sku: product.id,
    image: image(product, origin),
    selectedOptions: [{ __typename: 'SelectedOption', name: 'Title', value: 'Default Title' }],
    product: {
      __typename: 'Product',
      id: `gid://shopify/Product/${product.id}`,
      title: product.title,
      handle: product.id,
    },
  }
}

function productFields(product: ShownProduct | undefined, origin: string): Fields | null {
  if (!product) return null
  const variant = variantFields(product, origin)
  return {
    __typename: 'Product',
    id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    handle: product.id,
    availableForSale: true,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    publishedAt: '2026-01-01T00:00:00Z',
    description: '',
    descriptionHtml: '',
    productType: '',
    vendor: 'Vitrina',
    onlineStoreUrl: null,
    requiresSellingPlan: false,
    featuredImage: image(product, origin),
    options: [
      {
        __typename: 'ProductOption',
        id: `gid://shopify/ProductOption/${product.id}`,
        name: 'Title',
        values: ['Default Title'],
      },
    ],
    priceRange: { __typename: 'ProductPriceRange', minVariantPrice: money(product.amount) },
    images: pages([image(product, origin)]),
    variants: pages([variant]),
  }
}

function cartOf({ id, lines, country }: Cart, origin: string): Fields {
  const total = lines.reduce((sum, { product, quantity }) => sum + product.amount * quantity, 0)
  const cost: Fields = {
    __typename: 'CartCost',
    subtotalAmount: money(total),
    totalAmount: money(total),
    checkoutChargeAmount: money(total),
    totalDutyAmount: null,
    totalTaxAmount: null,
  }
  return {
    __typename: 'Cart',
    id,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    checkoutUrl: `https://vitrina.myshopify.com/cart/c/1?key=0b1e4d5c2a`,
    totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    note: null,
    attributes: [],
    discountCodes: [],
    discountAllocations: [],
    appliedGiftCards: [],
    cost,
    buyerIdentity: {
      __typename: 'CartBuyerIdentity',
      countryCode: country,
      preferences: null,
      customer: null,
      email: null,
      phone: null,
      deliveryAddressPreferences: [],
    },
    deliveryGroups: pages([]),
    lines: pages(
      lines.map((line) => ({
        __typename: 'CartLine',
        id: line.id,
        quantity: line.quantity,
        attributes: [],
        discountAllocations: [],
        sellingPlanAllocation: null,
        cost: {
          __typename: 'CartLineCost',
          amountPerQuantity: money(line.product.amount),
          compareAtAmountPerQuantity: null,
          subtotalAmount: money(line.product.amount * line.quantity),
          totalAmount: money(line.product.amount * line.quantity),
        },
        merchandise: variantFields(line.product, origin),
      })),
    ),
  }
}
