import type { Order } from '@vitrina/core'
import { sql } from 'kysely'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'
import { usesOfCodes } from '../promotions/uses-of-codes.ts'
import type { NewCheckout } from './make-orders.ts'

/**
 * Writes down checkouts in one statement, all or none: orders with their lines and events, carts emptied, stock and codes
 * taken. One whose cart is not as it was read is left out; answers with the carts of those that were written. When there
 * is too little stock, a code is used up or a checkout is taken, the data base's own checks throw. Rows of stock are
 * locked in the order of their ids, so that two statements never wait for each other.
 */
export async function writeCheckouts(
  connection: Connection,
  shop: ShopConfig,
  checkouts: readonly NewCheckout[],
): Promise<Set<string>> {
  const shopId = shop.id
  const { rows } = await sql<{ cart_id: string }>`
    with cart as (
      update carts c set revision = c.revision + 1, promo_codes = '[]'
      from jsonb_to_recordset(${JSON.stringify(checkouts.map(cartRow))}::jsonb)
        as i (buyer_id text, cart_id text, revision int8)
      where c.shop_id = ${shopId} and c.buyer_id = i.buyer_id and c.id = i.cart_id and c.revision = i.revision
      returning c.buyer_id, c.id as cart_id, c.revision
    ), line as (
      update cart_lines l set quantity = 0, revision = c.revision from cart c
      where l.shop_id = ${shopId} and l.cart_id = c.cart_id and l.quantity > 0
    ), remark as (
      delete from cart_adjustments a using cart c where a.shop_id = ${shopId} and a.cart_id = c.cart_id
    ), ordered as (
      insert into orders (shop_id, id, buyer_id, checkout_id, part, seller, fingerprint, number, state, placed_at,
        currency, subtotal, discount, promos, delivery_price, delivery_vat_rate, delivery_vat, total, vat,
        payment_method, contact, delivery, delivery_text, consent_version)
      select ${shopId}, o.id, o.buyer_id, o.checkout_id, o.part, o.seller, o.fingerprint, o.number, o.state, o.placed_at,
        o.currency, o.subtotal, o.discount, o.promos, o.delivery_price, o.delivery_vat_rate, o.delivery_vat, o.total, o.vat,
        o.payment_method, o.contact, o.delivery, o.delivery_text, o.consent_version
      from jsonb_to_recordset(${JSON.stringify(checkouts.flatMap(orderRows))}::jsonb) as o (id text, buyer_id text,
        checkout_id text, part int4, seller jsonb, fingerprint text, number text, state text, placed_at timestamptz,
        currency text, subtotal int8, discount int8, promos jsonb, delivery_price int8, delivery_vat_rate int4,
        delivery_vat int8, total int8, vat int8, payment_method text, contact jsonb, delivery jsonb,
        delivery_text text, consent_version text)
      join cart c on c.buyer_id = o.buyer_id
      returning id, placed_at
    ), taken as (
      select l.* from jsonb_to_recordset(${JSON.stringify(checkouts.flatMap(lineRows))}::jsonb) as l (order_id text,
        position int4, variant_id text, title text, quantity int4, unit_price int8, discount int8, total int8,
        vat_rate int4, vat int8)
      join ordered o on o.id = l.order_id
    ), order_line as (
      insert into order_lines (shop_id, order_id, position, variant_id, title, quantity, unit_price, discount, total,
        vat_rate, vat)
      select ${shopId}, order_id, position, variant_id, title, quantity, unit_price, discount, total, vat_rate, vat
      from taken
    ), event as (
      insert into outbox (shop_id, id, channel, type, order_id, created_at, next_attempt_at)
      select ${shopId}, 'order.placed.' || o.id, c.channel, 'order.placed', o.id, o.placed_at, o.placed_at
      from ordered o, (values ('merchant'), ('buyer')) as c (channel)
    ), code as (
      insert into promo_uses (shop_id, code, buyer_id, used, most)
      select ${shopId}, u.code, u.counted_as, count(*), min(u.most)
      from jsonb_to_recordset(${JSON.stringify(checkouts.flatMap((one) => useRows(shop, one)))}::jsonb)
        as u (buyer_id text, code text, counted_as text, most int8)
      join cart c on c.buyer_id = u.buyer_id
      group by u.code, u.counted_as order by u.code, u.counted_as
      on conflict (shop_id, code, buyer_id) do update
        set used = promo_uses.used + excluded.used, most = excluded.most
    ), locked as (
      select v.id, w.quantity from variants v
      join (select variant_id, sum(quantity) as quantity from taken group by variant_id) w on w.variant_id = v.id
      where v.shop_id = ${shopId} and v.stock is not null
      order by v.id for update of v
    ), stock as (
      update variants v set stock = v.stock - l.quantity from locked l
      where v.shop_id = ${shopId} and v.id = l.id
    )
    select cart_id from cart
  `.execute(connection)
  return new Set(rows.map((row) => row.cart_id))
}

function cartRow({ buyerId, cartId, revision }: NewCheckout) {
  return { buyer_id: buyerId, cart_id: cartId, revision }
}

function orderRows({ buyerId, fingerprint, consentVersion, orders }: NewCheckout) {
  return orders.map((order, part) => ({
    id: order.id,
    buyer_id: buyerId,
    checkout_id: order.checkoutId,
    part,
    seller: order.seller,
    fingerprint,
    number: order.number,
    state: order.state,
    placed_at: order.placedAt,
    currency: order.total.currency,
    subtotal: order.subtotal.amount,
    discount: order.discount?.amount ?? 0,
    promos: order.promos.map(({ code, amount }) => ({ code, amount: amount.amount })),
    delivery_price: order.deliveryPrice.amount,
    delivery_vat_rate: order.deliveryVat?.rate ?? null,
    delivery_vat: order.deliveryVat?.amount.amount ?? null,
    total: order.total.amount,
    vat: order.vat?.amount ?? null,
    payment_method: order.paymentMethod,
    contact: order.contact,
    delivery: order.delivery,
    delivery_text: order.deliveryText,
    consent_version: consentVersion,
  }))
}

function lineRows({ orders }: NewCheckout) {
  return orders.flatMap(({ id, lines }: Order) =>
    lines.map((line, position) => ({
      order_id: id,
      position,
      variant_id: line.variantId,
      title: line.title,
      quantity: line.quantity,
      unit_price: line.unitPrice.amount,
      discount: line.discount?.amount ?? 0,
      total: line.total.amount,
      vat_rate: line.vat?.rate ?? null,
      vat: line.vat?.amount.amount ?? null,
    })),
  )
}

function useRows(shop: ShopConfig, { buyerId, orders }: NewCheckout) {
  const codes = (orders[0]?.promos ?? []).map(({ code }) => code)
  return usesOfCodes(shop, buyerId, codes).map((use) => ({ buyer_id: buyerId, ...use }))
}
