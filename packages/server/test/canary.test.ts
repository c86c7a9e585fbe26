import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDataFolder } from '../../../scripts/data-folder.ts'
import { runCommand } from '../src/command/run-command.ts'
import { orderRequest, shopConfig } from './open-shop.ts'

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<yml_catalog date="2026-11-23 12:00"><shop><name>L</name><company>L</company><url>https://l.example</url>
<currencies><currency id="RUB" rate="1"/></currencies><categories><category id="1">C</category></categories>
<offers><offer id="10" available="true"><name>Mug</name><url>https://l.example/10</url><price>990</price>
<currencyId>RUB</currencyId><categoryId>1</categoryId></offer></offers></shop></yml_catalog>`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-printed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a served shop prints nothing of a buyer, whatever goes wrong', async () => {
  const config = join(folder, 'vitrina.config.mjs')
  await writeFile(join(folder, 'feed.xml'), feed)
  // An authenticator that throws with what it was given: a fault with a buyer's data in its message.
  const authenticate = `{ test: (value) => ({ ok: true, value: { buyerId: value } }),
    broken: (value) => { throw new Error('cannot read ' + value) } }`
  await writeFile(
    config,
    `export default { shop: ${JSON.stringify(shopConfig('lavka'))}, authenticate: ${authenticate} }`,
  )
  const printed: string[] = []
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const running = runCommand({
    args: ['serve', '--port', '0', '--config', config, '--import', join(folder, 'feed.xml')],
    variables: { VITRINA_DATA: await makeDataFolder(join(folder, 'data')) },
    print: (line) => printed.push(line),
    printError: (line) => printed.push(line),
    stopped,
  })
  const url = await new Promise<string>((resolve, reject) => {
    void running.then((code) => reject(new Error(`${code}: ${printed.join('\n')}`)))
    const timer = setInterval(() => {
      const [, found] = /is served: (\S+)/.exec(printed.join('\n')) ?? []
      if (!found) return
      clearInterval(timer)
      resolve(found)
    }, 20)
  })
  const base = `${url}/v1/shops/lavka`
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
    return fetch(base + path, { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) })
  }
  const session = await post('/session', { scheme: 'test', value: 'canary-buyer' })
  const { token } = await session.json()
  const as = {
    authorization: `Bearer ${token}`,
    'user-agent': 'canary-agent',
    'x-forwarded-for': '203.0.113.77',
  }
  const operation = { id: 'canary-operation', revision: 0, variantId: '10', kind: 'add', quantity: 1 }
  await post('/cart', { cartId: null, since: 0, operations: [operation] }, as)
  const { hash } = await (await post('/quote', { deliveryOptionId: 'courier' }, as)).json()
  const order = {
    ...orderRequest(hash),
    contact: { name: 'Canary Name', phone: '+79990001122' },
    delivery: { kind: 'courier', optionId: 'courier', address: 'Canary street 1' },
  }
  const placed = await post('/orders', order, { ...as, 'idempotency-key': order.checkoutId })
  expect(placed.status).toBe(200)
  const [{ id }] = (await placed.json()).orders
  const { text: orderLink } = await (await post(`/orders/${id}/link`, {}, as)).json()
  expect((await post('/session', { scheme: 'test', value: 'canary-friend', orderLink })).status).toBe(200)
  await fetch(`${base}/orders/${id}?canary=1`, { headers: as })
  await fetch(`${base}/products?search=canary-search`, { headers: as })
  await post(`/orders/${id}/cancel`, {}, as)
  await post('/orders', '{"canary": ', as)
  await post('/session', { scheme: 'broken', value: 'canary-launch' })
  await fetch(`${url}/canary-path?token=${token}`, { headers: as })
  stop()
  expect(await running).toBe(0)
  const text = printed.join('\n')
  expect(text).toContain('/v1/shops/:shop/orders/:order/cancel 200')
  expect(text).toContain('Fault: Error')
  expect(text).not.toMatch(/canary|999000|203\.0\.113/i)
  for (const secret of [token, id, order.checkoutId, orderLink]) expect(text).not.toContain(secret)
}, 60_000)
