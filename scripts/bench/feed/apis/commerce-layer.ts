/** Commerce Layer's API as far as its drop-in asks it, over orders that live as long as the bench. */
import type { Answer, Api, ShownProduct } from './api.ts'

type Attributes = Record<string, unknown>

interface Resource {
  id: string
  type: string
  attributes: Attributes
  relationships?: Record<string, { data: Pick<Resource, 'id' | 'type'>[] | Pick<Resource, 'id' | 'type'> }>
  links: { self: string }
}

interface Order {
  id: string
  attributes: Attributes
  lines: { id: string; product: ShownProduct; quantity: number }[]
}

const host = 'https://vitrina.commercelayer.io'

export function commerceLayerApi(products: readonly ShownProduct[], site: string): Api {
  const byCode = new Map(products.map((product) => [product.id, product]))
  const orders = new Map<string, Order>()
  const found = (codes: string | null) => (codes ?? '').split(',').flatMap((code) => byCode.get(code) ?? [])

  function create(attributes: Attributes): Order {
    const order = { id: `order${orders.size + 1}`, attributes, lines: [] }
    orders.set(order.id, order)
    return order
  }

  function add(order: Order, product: ShownProduct, quantity: number) {
    const line = order.lines.find((one) => one.product === product)
    if (line) line.quantity += quantity
    const added = line ?? { id: `${order.id}-line${order.lines.length + 1}`, product, quantity }
    if (!line) order.lines.push(added)
    return added
  }

  const whole = (order: Order): Answer => ({
    about: 'cart',
    json: {
      data: {
        ...resource('orders', order.id, { ...orderAttributes(order), ...order.attributes }),
        relationships: {
          line_items: { data: order.lines.map(({ id }) => ({ type: 'line_items', id })) },
        },
      },
      included: order.lines.flatMap((line) => [lineOf(line, site), skuOf(line.product, site)]),
    },
  })

  function orderRoute(id: string | undefined, method: string, body: string): Answer {
    if (method === 'POST') {
      const order = create(JSON.parse(body).data.attributes)
      return { ...whole(order), status: 201 }
    }
    const order = orders.get(id ?? '')
    if (!order) return { status: 404, json: { errors: [{ title: 'Record not found', status: '404' }] } }
    if (method === 'PATCH') Object.assign(order.attributes, JSON.parse(body).data.attributes)
    return whole(order)
  }

  function addLine(body: string): Answer {
    const { attributes, relationships } = JSON.parse(body).data
    const order = orders.get(relationships.order.data.id)
    const product = byCode.get(attributes.sku_code)
    if (!order || !product) return { status: 422, json: { errors: [{ title: 'is invalid', status: '422' }] } }
    return {
      about: 'cart',
      status: 201,
      json: { data: lineOf(add(order, product, attributes.quantity), site) },
    }
  }

  return ({ method, address: { hostname, pathname, searchParams }, body }) => {
    if (hostname.startsWith('auth.')) return pathname === '/oauth/token' ? { json: token() } : null
    if (pathname === '/bench/cart') {
      const order = create({ language_code: 'en' })
      for (const product of products.slice(0, Number(searchParams.get('lines')))) add(order, product, 1)
      return { json: order.id }
    }
    const [, , kind, id] = pathname.split('/')
    if (kind === 'orders') return orderRoute(id, method, body)
    if (kind === 'line_items') return addLine(body)
    if (kind === 'organization') return { json: { data: organization() } }
    if (kind === 'prices') {
      const list = found(searchParams.get('filter[q][sku_code_in]')).map(priceOf)
      return { about: 'products', json: listOf(list) }
    }
    if (kind !== 'skus') return null
    const product = byCode.get(id ?? '')
    if (product) return { about: 'products', json: { data: skuOf(product, site, true) } }
    const listed = found(searchParams.get('filter[q][code_in]'))
    return {
      about: 'products',
      json: listOf(listed.map((one) => resource('skus', one.id, { code: one.id }))),
    }
  }
}

const resource = (type: string, id: string, attributes: Attributes): Resource => ({
  id,
  type,
  links: { self: `${host}/api/${type}/${id}` },
  attributes,
})

const listOf = (data: readonly Resource[]) => ({
  data,
  meta: { record_count: data.length, page_count: 1 },
  links: { first: `${host}/api`, last: `${host}/api` },
})

const stamps = {
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
  reference: null,
  reference_origin: null,
  metadata: {},
}

/** A field of money comes three times: in cents, as a number, and written. */
const money = (name: string, cents: number, prefix = `${name}_`): Attributes => ({
  [`${prefix}cents`]: cents,
  [`${prefix}float`]: cents / 100,
  [`formatted_${name}`]: `${(cents / 100).toFixed(2)} ₽`,
})

const priceOf = ({ id, amount }: ShownProduct) =>
  resource('prices', `price-${id}`, {
    currency_code: 'RUB',
    sku_code: id,
    ...money('amount', amount),
    ...money('compare_at_amount', amount),
    ...stamps,
  })

function skuOf({ id, title, picture }: ShownProduct, site: string, hasInventory = false): Resource {
  return resource('skus', id, {
    code: id,
    name: title,
    description: '',
    image_url: `${site}${picture}`,
    pieces_per_pack: null,
    weight: null,
    unit_of_weight: null,
    hs_tariff_number: null,
    do_not_ship: false,
    do_not_track: false,
    ...stamps,
    ...(hasInventory && {
      inventory: {
        available: true,
        quantity: 100_000,
        levels: [{ quantity: 100_000, delivery_lead_times: [] }],
      },
    }),
  })
}

function lineOf({ id, product, quantity }: Order['lines'][number], site: string): Resource {
  return {
    ...resource('line_items', id, {
      sku_code: product.id,
      bundle_code: null,
      quantity,
      currency_code: 'RUB',
      ...money('unit_amount', product.amount),
      ...money('compare_at_amount', product.amount),
      ...money('options_amount', 0),
      ...money('discount', 0),
      ...money('total_amount', product.amount * quantity),
      ...money('tax_amount', 0),
      name: product.title,
      image_url: `${site}${product.picture}`,
      discount_breakdown: {},
      tax_rate: 0,
      tax_breakdown: {},
      item_type: 'skus',
      frequency: null,
      coupon_code: null,
      circuit_state: null,
      circuit_failure_count: null,
      ...stamps,
    }),
    relationships: { item: { data: { type: 'skus', id: product.id } } },
  }
}

const amounts = ['shipping', 'payment_method', 'discount', 'adjustment', 'gift_card'].map(
  (n) => `${n}_amount`,
)

function orderAttributes({ lines }: Order): Attributes {
  const total = lines.reduce((sum, { product, quantity }) => sum + product.amount * quantity, 0)
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    number: '1',
    status: 'draft',
    payment_status: 'unpaid',
    fulfillment_status: 'unfulfilled',
    guest: true,
    editable: true,
    customer_email: null,
    currency_code: 'RUB',
    tax_included: true,
    tax_rate: null,
    country_code: null,
    coupon_code: null,
    gift_card_code: null,
    ...money('subtotal_amount', total),
    ...Object.assign({}, ...amounts.map((name) => money(name, 0))),
    ...money('total_tax_amount', 0),
    ...money('total_amount', total),
    ...money('total_taxable_amount', total),
    ...money('total_amount_with_taxes', total),
    skus_count: pieces,
    line_item_options_count: 0,
    shipments_count: 0,
    payment_source_details: null,
    token: null,
    cart_url: null,
    return_url: null,
    checkout_url: null,
    placed_at: null,
    ...stamps,
  }
}

/** What an access token of a sales channel says; nobody here looks at its signature. */
function token() {
  const now = Math.floor(Date.now() / 1000)
  const payload = {
    organization: { id: 'vitrina', slug: 'vitrina', enterprise: false, region: 'eu-west-1' },
    application: { id: 'bench', client_id: 'bench', kind: 'sales_channel', public: true },
    market: { id: ['bench'], allows_external_prices: false },
    test: true,
    iss: 'https://auth.commercelayer.io',
    scope: 'market:code:bench',
    iat: now,
    exp: now + 14_400,
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    access_token: `${part({ alg: 'HS512', typ: 'JWT' })}.${part(payload)}.${part('bench')}`,
    token_type: 'Bearer',
    expires_in: 14_400,
    scope: 'market:code:bench',
    created_at: now,
  }
}

function organization(): Resource {
  const links = Object.fromEntries(
    ['cart', 'checkout', 'identity', 'my_account'].map((name) => [
      name,
      `https://vitrina.commercelayer.app/${name}/:order_id?accessToken=:access_token`,
    ]),
  )
  return resource('organizations', 'vitrina', { config: { mfe: { default: { links } } } })
}
