/**
 * What the same answers cost without a shop around them: Hono and pg, one statement each, nothing checked. The
 * benchmark compares with these in the same run.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 })
const articles = 1000

await pool.query(`
  create table if not exists floor_stock (shop_id text, id text, n int8 check (n >= 0), primary key (shop_id, id));
  create table if not exists floor_orders (shop_id text, id text, body jsonb, primary key (shop_id, id));
  create table if not exists floor_lines (shop_id text, order_id text, variant_id text, n int4, primary key (shop_id, order_id, variant_id));
  create table if not exists floor_outbox (shop_id text, id text, body jsonb, primary key (shop_id, id));
  create table if not exists floor_cart (shop_id text, cart_id text, variant_id text, n int4, price int8, primary key (shop_id, cart_id, variant_id));
`)
await pool.query(
  `insert into floor_stock select 's', 'v' || i, 1000000000 from generate_series(0, $1::int4) i on conflict do nothing`,
  [articles],
)

const order = {
  name: 'order',
  text: `with taken as (update floor_stock set n = n - 1 where shop_id = 's' and id = $1 and n >= 1 returning id),
    placed as (insert into floor_orders select 's', $2, $3 from taken returning id),
    line as (insert into floor_lines select 's', $2, $1, 1 from taken)
    insert into floor_outbox select 's', $2, $3 from placed returning id`,
}
const cart = {
  name: 'cart',
  text: `with put as (insert into floor_cart values ('s', $1, $2, 1, 100)
      on conflict (shop_id, cart_id, variant_id) do update set n = floor_cart.n + 1 returning n, price)
    select coalesce(sum(n * price), 0) + (select n * price from put) as total
    from floor_cart where shop_id = 's' and cart_id = $1 and variant_id <> $2`,
}
const some = () => `v${Math.floor(Math.random() * articles)}`

const app = new Hono()
app.get('/hello', (c) => c.json({ hello: 'world' }))
app.get('/row', async (c) => {
  const { rows } = await pool.query({
    name: 'row',
    text: `select id, n from floor_stock where shop_id = 's' and id = $1`,
    values: [some()],
  })
  return c.json(rows[0])
})
app.post('/cart', async (c) => {
  const { cartId } = await c.req.json()
  const { rows } = await pool.query({ ...cart, values: [cartId, `v${Math.floor(Math.random() * 5)}`] })
  return c.json(rows[0])
})
app.post('/order', async (c) => {
  const body = await c.req.json()
  const { rows } = await pool.query({ ...order, values: [some(), randomUUID(), body] })
  return c.json(rows[0])
})
app.post('/hot', async (c) => {
  const body = await c.req.json()
  const id = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({
      name: 'hot1',
      text: `update floor_stock set n = n - 1 where shop_id = 's' and id = 'v0' and n >= 1`,
    })
    await client.query({
      name: 'hot2',
      text: `insert into floor_orders values ('s', $1, $2)`,
      values: [id, body],
    })
    await client.query({
      name: 'hot3',
      text: `insert into floor_lines values ('s', $1, 'v0', 1)`,
      values: [id],
    })
    await client.query('commit')
  } finally {
    client.release()
  }
  return c.json({ id })
})

const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` })
})
