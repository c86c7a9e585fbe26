import { randomUUID } from 'node:crypto'

/** A buyer that speaks HTTP without a client that would repair anything. */
export interface HttpBuyer {
  id: string
  token: string
  /** One request; null when no whole answer came. `at` is another server of the same shop. */
  call(method: 'GET' | 'POST', path: string, body?: unknown, options?: CallOptions): Promise<Answer | null>
}

export interface CallOptions {
  at?: string
  key?: string
}

export interface Answer {
  status: number
  body: { hash?: string; id?: string; code?: string; applied?: string[]; [key: string]: unknown }
}

/** Signs in, trying for half a minute: a server may just be starting. */
export async function httpBuyer(server: string, id: string): Promise<HttpBuyer> {
  const base = '/v1/shops/faults'
  let token = ''
  const call: HttpBuyer['call'] = async (method, path, body, { at = server, key } = {}) => {
    try {
      const response = await fetch(at + base + path, {
        method,
        signal: AbortSignal.timeout(10_000),
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: (await response.json()) as Answer['body'] }
    } catch {
      return null
    }
  }
  const end = Date.now() + 30_000
  while (!token) {
    if (Date.now() > end) throw new Error(`${server} lets nobody in.`)
    const session = await call('POST', '/session', { scheme: 'memory', value: id })
    if (session?.status === 200) token = String(session.body.token)
  }
  return { id, token, call }
}

export function addOperation(variantId: string, quantity = 1) {
  return { id: randomUUID(), revision: 0, variantId, kind: 'add', quantity }
}

export function syncRequest(operations: unknown[]) {
  return { cartId: null, since: 0, operations }
}

export function cashOrder(quoteHash: string, checkoutId: string = randomUUID()) {
  return {
    checkoutId,
    quoteHash,
    contact: { name: 'Anna', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId: 'courier', address: 'Moscow, Arbat, 1' },
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
  }
}
