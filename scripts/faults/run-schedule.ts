import { setTimeout as pause } from 'node:timers/promises'
import type { Product } from '../../packages/core/src/index.ts'
import { seededRandom } from '../../packages/core/src/memory.ts'
import { audit, cartOf } from './audit.ts'
import { buy, pay, seen, tap, until } from './buyer.ts'
import { startProxy } from './proxy.ts'
import { faultsOf, type Schedule } from './schedule.ts'
import { openTab, type Tab, type Told } from './tab.ts'
import type { Target } from './target.ts'

export interface ScheduleResult {
  problems: string[]
  requests: number
  /** How many requests met which fault. */
  faults: Record<string, number>
  orders: number
}

/** Milliseconds that a page has to come to rest when nothing is wrong any more: a busy machine is not a fault. */
const patience = 30_000

/** Plays a schedule to its end, lets the faults stop, and looks whether everything is as it must be. */
export async function runSchedule(
  schedule: Schedule,
  target: Target,
  products: Product[],
): Promise<ScheduleResult> {
  const { seed, pages } = schedule
  const next = faultsOf(schedule)
  const faults: Record<string, number> = {}
  let requests = 0
  let calm = false
  let offlineUntil = 0
  const proxy = await startProxy(target.port, () => {
    requests += 1
    if (calm) return { kind: 'none' }
    const fault = Date.now() < offlineUntil ? ({ kind: 'reset', arrives: false } as const) : next()
    faults[fault.kind] = (faults[fault.kind] ?? 0) + 1
    return fault
  })
  const random = seededRandom(seed ^ 0xcafe)
  const told: Told = { confirmed: new Set(), applied: new Set() }
  const devices = pages.map(() => new Map<string, string>())
  const buyers = [...new Set(pages.map(({ buyer }) => `buyer-${seed}-${buyer}`))]
  const added = new Map<string, number>()
  const model = new Map<string, number>()
  let ids = 0
  const createId = () => {
    ids += 1
    return `${seed}-${ids}-${crypto.randomUUID().slice(0, 8)}`
  }
  const open = (page: number) =>
    openTab({
      url: proxy.url,
      buyer: `buyer-${seed}-${pages[page]?.buyer}`,
      values: devices[pages[page]?.device ?? 0] ?? new Map(),
      createId,
      random,
      told,
    })
  const tabs: Tab[] = await Promise.all(pages.map((_, page) => open(page)))
  const doing: Promise<void>[] = []

  for (const step of schedule.steps) {
    await pause(step.after)
    if (step.do === 'offline') {
      offlineUntil = Date.now() + step.milliseconds
      continue
    }
    const tab = tabs[step.page] as Tab
    if (step.do === 'kill') {
      tab.kill()
      tabs[step.page] = await open(step.page)
    } else if (step.do === 'wake') tab.network.wake()
    else if (step.do === 'close') tab.shop.checkout.close()
    else if (step.do === 'give') tab.shop.cart.applyPromo(step.code)
    else if (step.do === 'buy') doing.push(buy(tab, step.taps, schedule.payment))
    else if (step.do === 'pay') doing.push(pay(tab, step.how))
    else {
      const product = products[step.product] as Product
      const id = product.variants[0]?.id ?? ''
      if (!tap(tab, step, product)) continue
      if (step.do === 'add') {
        added.set(id, (added.get(id) ?? 0) + step.quantity)
        model.set(id, (model.get(id) ?? 0) + step.quantity)
      } else if (step.do === 'set') model.set(id, step.quantity)
      else model.delete(id)
    }
  }
  await Promise.all(doing)

  calm = true
  offlineUntil = 0
  const problems: string[] = []
  problems.push(...(await comeToRest(tabs)))
  if (schedule.mode !== 'contest') problems.push(...(await buyTheRest(tabs, target, buyers, schedule)))
  // The latest a request is sent a second time.
  await pause(450)
  problems.push(...(await comeToRest(tabs)))
  for (const [index, tab] of tabs.entries()) {
    const cart = await cartOf(target.database, [`buyer-${seed}-${pages[index]?.buyer}`])
    if (!same(seen(tab), cart))
      problems.push(`page ${index} shows ${show(seen(tab))}, the server has ${show(cart)}`)
  }
  for (const tab of tabs) tab.kill()
  const stock = new Map(
    products.map(({ variants }, index) => [variants[0]?.id ?? '', schedule.stock[index] ?? 0]),
  )
  const books = await audit(target.database, { buyers, stock, ...told })
  problems.push(...books.problems)
  const had = new Map([...books.inCart])
  for (const [id, quantity] of books.ordered) had.set(id, (had.get(id) ?? 0) + quantity)
  const wanted = schedule.mode === 'adds' ? added : schedule.mode === 'edits' ? model : had
  if (!same(had, wanted))
    problems.push(`tapped ${show(wanted)}, but ordered and in the cart are ${show(had)}`)
  await proxy.close()
  return { problems, requests, faults, orders: books.orders }
}

/** Everything is sent and every outcome known, some time after the faults stopped. */
async function comeToRest(tabs: Tab[]): Promise<string[]> {
  const resting = ({ shop }: Tab) => {
    const { status, pending, failure } = shop.cart.getState()
    const { step } = shop.checkout.getState()
    return status === 'ready' && pending === 0 && !failure && step !== 'placing' && step !== 'checking'
  }
  const end = Date.now() + patience
  while (Date.now() < end) {
    for (const tab of tabs) tab.network.wake()
    await Promise.all(tabs.map((tab) => tab.shop.cart.drained()))
    if (await until(() => tabs.every(resting), 500)) return []
  }
  return tabs.flatMap((tab, index) => {
    const { status, pending, failure } = tab.shop.cart.getState()
    const { step } = tab.shop.checkout.getState()
    return resting(tab)
      ? []
      : [
          `page ${index} does not come to rest: ${step}, ${status}, ${pending} pending, ${failure?.code ?? 'no failure'}`,
        ]
  })
}

/** Whatever went wrong before, what is in the cart can be bought now. */
async function buyTheRest(
  tabs: Tab[],
  target: Target,
  buyers: string[],
  { payment }: Schedule,
): Promise<string[]> {
  const [tab] = tabs
  const end = Date.now() + patience
  for (let attempt = 0; tab && Date.now() < end; attempt += 1) {
    if ((await cartOf(target.database, buyers)).size === 0) return []
    await buy(tab, 1, payment)
    await until(() => ['placed', 'paying'].includes(tab.shop.checkout.getState().step), 2000)
    if (payment === 'card' && attempt % 2 === 0) await pay(tab, 'approve')
  }
  const cart = await cartOf(target.database, buyers)
  if (cart.size === 0) return []
  const state = tab?.shop.checkout.getState()
  return [
    `cannot buy what is in the cart: ${state?.step} ${JSON.stringify(state && 'failure' in state && state.failure)}`,
  ]
}

function same(one: Map<string, number>, other: Map<string, number>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value)
}

function show(quantities: Map<string, number>): string {
  return JSON.stringify(Object.fromEntries([...quantities].sort()))
}
