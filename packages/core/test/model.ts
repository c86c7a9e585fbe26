import fc from 'fast-check'
import {
  createShop,
  fail,
  type Order,
  ok,
  type Product,
  type Promotion,
  type Shop,
  type Storage,
} from '../src/index.ts'
import {
  type ManualClock,
  type MemoryMerchant,
  type MemoryNetwork,
  manualClock,
  memoryHost,
  memoryMerchant,
  memoryNetwork,
  sampleProducts,
  seededRandom,
} from '../src/memory.ts'

const mug = sampleProducts[0] as Product
const shirt = sampleProducts[1] as Product
const choices = [mug, shirt, shirt].map((product, index) => ({
  product,
  variant: product.variants[Math.max(0, index - 1)]!,
}))
const day = 24 * 60 * 60_000
const promotions: Promotion[] = [
  { code: 'THIRD', kind: 'percent', percent: 33 },
  { code: 'ONCE', kind: 'fixed', amount: { amount: 10_001, currency: 'RUB' }, limitPerBuyer: 1 },
  { code: 'FREE', kind: 'free-delivery', limit: 2 },
]

/**
 * `sound`: keeps what it took, at once. `slow`: the same, later, so that two tabs meet in it. `broken`: refuses, cuts
 * in the middle, and forgets. On a broken shelf intents of a killed page may be lost; nothing may be there twice.
 */
export type Shelf = 'sound' | 'slow' | 'broken'

type Action = { tab: number } & (
  | { do: 'add'; which: number; quantity: number }
  | { do: 'set'; which: number; quantity: number }
  | { do: 'remove'; which: number }
  | { do: 'give' | 'take-back'; code: string }
  | { do: 'pass'; milliseconds: number }
  | { do: 'kill' }
  | { do: 'wake' }
  | { do: 'jump'; milliseconds: number }
  | { do: 'buy' }
  | { do: 'place' }
  | { do: 'close' }
)

export interface Story {
  /** The device of each tab: tabs of one device share its storage. */
  tabs: number[]
  shelf: Shelf
  seed: number
  /** Only additions: then every piece can be accounted for. */
  additive: boolean
  actions: Action[]
}

const tab = fc.nat(2)
const which = fc.nat(2)
const quantity = fc.integer({ min: 1, max: 9 })
const code = fc.constantFrom('THIRD', 'ONCE', 'FREE', 'NO SUCH')
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ tab, do: fc.constant('add' as const), which, quantity }) },
  { weight: 2, arbitrary: fc.record({ tab, do: fc.constant('set' as const), which, quantity }) },
  { weight: 1, arbitrary: fc.record({ tab, do: fc.constant('remove' as const), which }) },
  { weight: 2, arbitrary: fc.record({ tab, do: fc.constant('give' as const), code }) },
  { weight: 1, arbitrary: fc.record({ tab, do: fc.constant('take-back' as const), code }) },
  { weight: 3, arbitrary: fc.record({ tab, do: fc.constant('pass' as const), milliseconds: fc.nat(4000) }) },
  { weight: 2, arbitrary: fc.record({ tab, do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ tab, do: fc.constant('wake' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      tab,
      do: fc.constant('jump' as const),
      milliseconds: fc.constantFrom(day, -day, 3650 * day, -3650 * day, 3_600_000, -3_600_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ tab, do: fc.constant('buy' as const) }) },
  { weight: 2, arbitrary: fc.record({ tab, do: fc.constant('place' as const) }) },
  { weight: 1, arbitrary: fc.record({ tab, do: fc.constant('close' as const) }) },
)

export const story: fc.Arbitrary<Story> = fc.record({
  tabs: fc.constantFrom([0], [0, 0], [0, 0], [0, 1], [0, 0, 0], [0, 0, 1]),
  shelf: fc.constantFrom<Shelf>('sound', 'sound', 'slow', 'broken'),
  seed: fc.integer(),
  additive: fc.boolean(),
  actions: fc.array(action, { maxLength: 40, size: 'max' }),
})

/** Plays a story over a server that loses things, lets the faults stop, and throws when something is not as tapped. */
export async function play({ tabs, shelf, seed, additive, actions }: Story): Promise<void> {
  const random = seededRandom(seed)
  const world = { faulty: true }
  const merchant = memoryMerchant({
    promotions,
    vatRate: 22,
    fault() {
      const dice = random()
      if (!world.faulty || dice > 0.34) return 'none'
      return dice > 0.22 ? 'lost-answer' : dice > 0.11 ? 'lost-request' : { code: 'unavailable' }
    },
  })
  const clock = manualClock()
  const devices = tabs.map(() => new Map<string, string>())
  const confirmed = new Set<string>()
  const open = (index: number) =>
    openTab({
      merchant,
      clock,
      confirmed,
      storage: faultyStorage(shelf, devices[tabs[index] ?? 0] ?? new Map(), clock, world, random),
    })
  const pages = await Promise.all(tabs.map((_, index) => open(index)))
  let added = 0
  let killed = false
  for (const step of actions) {
    const index = step.tab % tabs.length
    const page = pages[index] as Tab
    const { cart, checkout } = page.shop
    const { product, variant } = choices['which' in step ? step.which : 0]!
    const visible = cart.getState().lines.some(({ variantId }) => variantId === variant.id)
    if (step.do === 'add') {
      cart.add(product, variant, step.quantity)
      added += step.quantity
    } else if (step.do === 'set' && visible && !additive) cart.setQuantity(variant.id, step.quantity)
    else if (step.do === 'remove' && visible && !additive) cart.remove(variant.id)
    else if (step.do === 'give') cart.applyPromo(step.code)
    else if (step.do === 'take-back') cart.removePromo(step.code)
    else if (step.do === 'pass') await clock.pass(step.milliseconds)
    else if (step.do === 'wake') page.network.wake()
    else if (step.do === 'jump') page.jump(step.milliseconds)
    else if (step.do === 'close') checkout.close()
    else if (step.do === 'place') checkout.place()
    else if (step.do === 'buy') await fill(page.shop, clock)
    else if (step.do === 'kill') {
      // What was tapped in the last half second may not be stored yet; before that it has to be.
      await clock.pass(shelf === 'slow' ? 1500 : 5)
      page.kill()
      killed = true
      pages[index] = await open(index)
    }
    await clock.pass(0)
  }
  world.faulty = false
  for (let round = 0; round < 4; round += 1) {
    for (const page of pages) page.network.wake()
    await clock.pass(60_000)
  }
  await judge({
    pages,
    merchant,
    confirmed,
    added,
    exact: additive && !(shelf === 'broken' && killed),
    additive,
  })
  for (const page of pages) page.kill()
}

interface Verdict {
  pages: Tab[]
  merchant: MemoryMerchant
  confirmed: Set<string>
  added: number
  exact: boolean
  additive: boolean
}

async function judge({ pages, merchant, confirmed, added, exact, additive }: Verdict): Promise<void> {
  const truth = await merchant.syncCart({ cartId: null, since: 0, operations: [] })
  const orders = await merchant.orders({})
  if (!truth.ok || !orders.ok) throw new Error('the server does not answer though nothing is wrong')
  const server = text(truth.value)
  for (const [index, { shop }] of pages.entries()) {
    const { pending, estimated, lines, promoCodes, failure } = shop.cart.getState()
    const { step } = shop.checkout.getState()
    if (pending > 0 || estimated || failure)
      throw new Error(`tab ${index} still has ${pending} to send: ${failure?.code}`)
    if (step === 'placing' || step === 'checking') throw new Error(`tab ${index} is still ${step}`)
    const shown = text({ lines, promoCodes })
    if (shown !== server) throw new Error(`tab ${index} shows ${shown}, the server has ${server}`)
  }
  for (const id of confirmed) {
    const count = orders.value.filter(({ checkoutId }) => checkoutId === id).length
    if (count !== 1) throw new Error(`checkout ${id} was shown as ordered and has ${count} orders`)
  }
  for (const order of orders.value) audit(order)
  for (const { code, limit, limitPerBuyer } of promotions) {
    const uses = orders.value.filter((order) => order.promos.some((promo) => promo.code === code)).length
    if (uses > Math.min(limit ?? uses, limitPerBuyer ?? uses))
      throw new Error(`${code} was used ${uses} times`)
  }
  const lines = [...truth.value.lines, ...orders.value.flatMap((order) => order.lines)]
  const had = lines.reduce((sum, line) => sum + line.quantity, 0)
  if (exact && had !== added)
    throw new Error(`${added} pieces were tapped, ${had} are in the cart and in orders`)
  if (additive && had > added) throw new Error(`${added} pieces were tapped, and there are ${had}`)
}

/** Sums are exact to the minor unit, and nobody pays less than nothing for a line. */
function audit({ number, lines, subtotal, discount, deliveryPrice, total }: Order): void {
  const goods = lines.reduce((sum, line) => sum + line.total.amount, 0)
  const shares = lines.reduce((sum, line) => sum + (line.discount?.amount ?? 0), 0)
  const off = discount?.amount ?? 0
  const fits =
    total.amount === goods + deliveryPrice.amount &&
    subtotal.amount === goods + shares &&
    shares === off &&
    lines.every((line) => line.total.amount >= 0)
  if (!fits) throw new Error(`order ${number} does not add up`)
}

interface Shown {
  lines: readonly { variantId: string; quantity: number }[]
  promoCodes: readonly string[]
}

function text({ lines, promoCodes }: Shown): string {
  const pieces = lines.map(({ variantId, quantity }) => `${variantId} ${quantity}`)
  return [...pieces, ...promoCodes].sort().join()
}

async function fill({ checkout }: Shop, clock: ManualClock): Promise<void> {
  if (['placed', 'unpaid', 'paying'].includes(checkout.getState().step)) checkout.close()
  checkout.open()
  await clock.pass(5)
  checkout.edit({
    name: 'Anna',
    phone: '+79161234567',
    delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
    paymentMethod: 'cash',
    consent: true,
  })
  await clock.pass(5)
}

interface Tab {
  shop: Shop
  network: MemoryNetwork
  /** The device's clock is set forward or back. */
  jump(milliseconds: number): void
  /** Nothing is finished, nothing more is stored. */
  kill(): void
}

let ids = 0

async function openTab(options: {
  merchant: MemoryMerchant
  clock: ManualClock
  storage: Storage
  confirmed: Set<string>
}): Promise<Tab> {
  const { merchant, clock, storage, confirmed } = options
  const network = memoryNetwork()
  let alive = true
  let offset = 0
  const host = memoryHost({
    storage: {
      get: storage.get,
      set: (key, value) => (alive ? storage.set(key, value) : new Promise(() => {})),
    },
  })
  const shop = createShop({
    host,
    merchant,
    network,
    random: () => 0.5,
    clock: {
      now: () => clock.now() + offset,
      after: (milliseconds, run) => clock.after(milliseconds, () => alive && run()),
    },
    createId() {
      ids += 1
      return `id-${ids}`
    },
  })
  shop.checkout.subscribe((state) => {
    if (alive && 'order' in state) confirmed.add(state.order.checkoutId)
  })
  await shop.start()
  return {
    shop,
    network,
    jump(milliseconds) {
      offset += milliseconds
    },
    kill() {
      alive = false
      shop.stop()
    },
  }
}

function faultyStorage(
  shelf: Shelf,
  values: Map<string, string>,
  clock: ManualClock,
  world: { faulty: boolean },
  random: () => number,
): Storage {
  const wait = async () => {
    if (shelf === 'slow') await new Promise<void>((resolve) => clock.after(1 + random() * 60, resolve))
  }
  const fails = () => shelf === 'broken' && world.faulty && random() < 0.4
  return {
    async get(key) {
      await wait()
      if (fails()) return random() < 0.5 ? fail({ code: 'timeout' }) : ok(undefined)
      const value = values.get(key)
      return ok(value !== undefined && fails() ? value.slice(0, value.length * random()) : value)
    },
    async set(key, value) {
      await wait()
      if (fails()) return fail({ code: 'unknown', reason: 'full' })
      if (value === undefined || fails()) values.delete(key)
      else values.set(key, value)
      return ok(undefined)
    },
  }
}
