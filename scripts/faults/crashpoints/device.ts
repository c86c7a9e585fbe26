import { randomUUID } from 'node:crypto'
import { addOperation, cashOrder, syncRequest } from '../http-buyer.ts'
import { publicUrl } from './acquirer.ts'
import { articles, type Life, promoCode, type World } from './world.ts'

/** A buyer at a device, which remembers what it has begun and sends it again as it was. */
export interface Device {
  world: World
  /** The server that answers now. */
  life: Life
  token?: string
  operations: { id: string }[]
  request?: ReturnType<typeof cashOrder>
  orderIds: string[]
  paymentIds: string[]
  /** What the server has acknowledged. */
  applied: string[]
  confirmed: string[]
}

/** How an exchange ended: it is over, no answer came, or the server will have none of it. */
export type End = 'done' | 'lost' | { refused: string }

export const quantity = 2
const buyerId = 'buyer'

export function openDevice(world: World, life: Life): Device {
  const operations = [
    ...articles.map((id) => addOperation(id, quantity)),
    { id: randomUUID(), revision: 0, kind: 'apply-promo', code: promoCode },
  ]
  return { world, life, operations, orderIds: [], paymentIds: [], applied: [], confirmed: [] }
}

/** Puts goods into the cart. */
export async function fill(device: Device): Promise<End> {
  return ask(device, '/cart', syncRequest(device.operations), ({ applied }) => {
    device.applied.push(...((applied as string[]) ?? []))
  })
}

/** Asks what it costs, and makes the request of which the outcome must be known some day. */
export async function quote(device: Device): Promise<End> {
  return ask(device, '/quote', { deliveryOptionId: 'courier' }, ({ hash }) => {
    device.request ??= { ...cashOrder(String(hash)), paymentMethod: 'card' }
  })
}

export async function order(device: Device): Promise<End> {
  const { request } = device
  if (!request) return { refused: 'nothing to order' }
  return ask(device, '/orders', request, ({ orders }) => {
    device.confirmed.push(request.checkoutId)
    device.orderIds = (orders as { id: string }[]).map(({ id }) => id)
  })
}

export async function payment(device: Device): Promise<End> {
  return ofEach(device, async (id) => {
    const end = await ask(device, `/orders/${id}/payments`, {}, (payment) => {
      device.paymentIds.push(String(payment.id))
    })
    return typeof end === 'object' && end.refused === 'already-paid' ? 'done' : end
  })
}

export function look(device: Device): Promise<End> {
  // Buyers who look all the time are answered without asking the acquirer each time.
  device.world.advance(4_000)
  return ofEach(device, (id) => ask(device, `/orders/${id}`))
}

export function cancel(device: Device): Promise<End> {
  return ofEach(device, (id) => ask(device, `/orders/${id}/cancel`, {}))
}

/** What the buyer's account has: orders that wait for money, and whether something is in the cart. */
export async function account(
  device: Device,
): Promise<{ open: string[]; orders: string[]; filled: boolean }> {
  let open: string[] = []
  let orders: string[] = []
  let filled = false
  await ask(device, '/orders', undefined, (body) => {
    const all = body.orders as { id: string; state: string }[]
    orders = all.map(({ id, state }) => `${id} ${state}`)
    open = all.filter(({ state }) => state === 'awaiting-payment').map(({ id }) => id)
  })
  await ask(device, '/cart', syncRequest([]), ({ lines }) => {
    filled = (lines as { quantity: number }[]).some((line) => line.quantity > 0)
  })
  return { open, orders, filled }
}

/** The acquirer reports what was decided, and a lost answer is a report that comes again. */
export async function report({ world, life }: Device): Promise<End> {
  for (const request of await world.acquirer.notifications()) {
    const answer = await life.ask(request)
    if (!answer) return 'lost'
    if (answer.status !== 200) return { refused: `notification: ${answer.status}` }
  }
  return 'done'
}

export async function sweep({ world, life }: Device, after = 0): Promise<End> {
  world.advance(after)
  return (await life.sweep()) ? 'done' : 'lost'
}

/** Deals with one order after the other, as long as that goes well. */
async function ofEach({ orderIds }: Device, deal: (orderId: string) => Promise<End>): Promise<End> {
  for (const id of orderIds) {
    const end = await deal(id)
    if (end !== 'done') return end
  }
  return 'done'
}

type Body = Record<string, unknown>

async function ask(
  device: Device,
  path: string,
  body?: unknown,
  learn: (body: Body) => void = () => {},
): Promise<End> {
  const { world, life } = device
  const send = (to: string, content: unknown) =>
    life.ask(
      new Request(`${publicUrl}/v1/shops/${world.shop.id}${to}`, {
        method: content === undefined ? 'GET' : 'POST',
        headers: {
          'content-type': 'application/json',
          ...(device.token && { authorization: `Bearer ${device.token}` }),
          ...(to === '/orders' && device.request && { 'idempotency-key': device.request.checkoutId }),
        },
        ...(content !== undefined && { body: JSON.stringify(content) }),
      }),
    )
  if (!device.token) {
    const session = await send('/session', { scheme: 'memory', value: buyerId })
    if (!session) return 'lost'
    device.token = String((await session.json()).token)
  }
  const answer = await send(path, body)
  if (!answer) return 'lost'
  const said: Body = await answer.json()
  if (answer.status !== 200) return { refused: String(said.code ?? answer.status) }
  learn(said)
  return 'done'
}
