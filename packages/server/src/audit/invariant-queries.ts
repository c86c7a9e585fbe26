import { type RawBuilder, sql } from 'kysely'

/**
 * I1: one order at most for a checkout and a seller. I2: money that moved has an order or goes back. I3: sums add up, in
 * whole minor units. I4: stock is exact. I5: what was cancelled was given back once. I6: no code is used too often. I9: an
 * order's state only goes forward.
 */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I9'

export interface InvariantQuery {
  invariant: Invariant
  what: string
  /** The ids of what breaks it. */
  query: RawBuilder<{ id: string }>
}

export function invariantQueries(shopId: string): InvariantQuery[] {
  const ids = sql<{ id: string }>
  const sold = sql`('confirmed', 'shipped', 'delivered')`
  return [
    {
      invariant: 'I1',
      what: 'the checkout has several orders of one seller, or lacks one',
      query: ids`select checkout_id as id from orders where shop_id = ${shopId}
        group by checkout_id having count(*) <> count(distinct seller ->> 'id') or count(*) <> max(part) + 1`,
    },
    {
      invariant: 'I2',
      what: 'the money moved at the acquirer, and nobody here knows',
      query: ids`select a.payment_id as id from acquirer_payments a
        left join payments p on p.shop_id = a.shop_id and p.id = a.payment_id
        where a.shop_id = ${shopId} and a.state = 'paid'
        and (p.state is null or p.state not in ('paid', 'refund-due', 'refunded'))`,
    },
    {
      invariant: 'I2',
      what: 'paid, and its order cannot have the money',
      query: ids`select p.id from payments p
        left join orders o on o.shop_id = p.shop_id and o.id = p.order_id
        where p.shop_id = ${shopId} and p.state = 'paid' and (o.state is null or o.state not in ${sold})`,
    },
    {
      invariant: 'I2',
      what: 'a card order that goes on without exactly one payment',
      query: ids`select o.id from orders o where o.shop_id = ${shopId} and o.payment_method = 'card'
        and o.state in ${sold} and 1 <> (select count(*) from payments p
          where p.shop_id = o.shop_id and p.order_id = o.id
          and (p.state = 'paid' or p.review = 'refunded-elsewhere'))`,
    },
    {
      invariant: 'I3',
      what: 'a line is not its price times its quantity, less its discount',
      query: ids`select order_id as id from order_lines
        where shop_id = ${shopId}
        and (total <> unit_price * quantity - discount or total < 0 or discount < 0)`,
    },
    {
      invariant: 'I3',
      what: 'the lines, the discount, the delivery and the total do not add up',
      query: ids`select o.id from orders o where o.shop_id = ${shopId} and (
        o.total <> o.subtotal - o.discount + o.delivery_price or o.subtotal <> (
          select coalesce(sum(l.total + l.discount), 0) from order_lines l
          where l.shop_id = o.shop_id and l.order_id = o.id) or o.discount <> (
          select coalesce(sum(l.discount), 0) from order_lines l
          where l.shop_id = o.shop_id and l.order_id = o.id))`,
    },
    {
      invariant: 'I3',
      what: 'the VAT of the lines and of the delivery is not that of the order',
      query: ids`select o.id from orders o where o.shop_id = ${shopId} and (
        coalesce(o.vat, 0) <> coalesce(o.delivery_vat, 0) + (
          select coalesce(sum(l.vat), 0) from order_lines l
          where l.shop_id = o.shop_id and l.order_id = o.id) or coalesce(o.vat, 0) > o.total)`,
    },
    {
      invariant: 'I3',
      what: 'the payment is of another sum than its order',
      query: ids`select p.id from payments p join orders o on o.shop_id = p.shop_id and o.id = p.order_id
        where p.shop_id = ${shopId} and (p.amount <> o.total or p.currency <> o.currency)`,
    },
    {
      invariant: 'I4',
      what: 'less than nothing is left',
      query: ids`select id from variants where shop_id = ${shopId} and stock < 0`,
    },
    {
      invariant: 'I5',
      what: 'cancelled without the move that gives the stock back, or the other way round',
      query: ids`select o.id from orders o
        left join order_moves m on m.shop_id = o.shop_id and m.order_id = o.id and m.state = 'cancelled'
        where o.shop_id = ${shopId} and (o.state = 'cancelled') <> (m.state is not null)`,
    },
    {
      invariant: 'I6',
      what: 'a code was used more often than it may be',
      query: ids`select code as id from promo_uses where shop_id = ${shopId} and used > most`,
    },
    {
      invariant: 'I6',
      what: 'a code is counted otherwise than the orders that have it',
      query: ids`select u.code as id from promo_uses u where u.shop_id = ${shopId} and u.used <> (
        select count(distinct o.checkout_id) from orders o, jsonb_array_elements(o.promos) as p (promo)
        where o.shop_id = u.shop_id and o.state <> 'cancelled' and p.promo ->> 'code' = u.code
        and (u.buyer_id = '' or o.buyer_id = u.buyer_id))`,
    },
    {
      invariant: 'I9',
      what: 'the state is not where its moves led',
      query: ids`select o.id from orders o where o.shop_id = ${shopId}
        and exists (select 1 from order_moves m where m.shop_id = o.shop_id and m.order_id = o.id)
        and o.state not in (select m.state from order_moves m
          where m.shop_id = o.shop_id and m.order_id = o.id
          and m.state not in (select n.from_state from order_moves n
            where n.shop_id = o.shop_id and n.order_id = o.id))`,
    },
  ]
}
