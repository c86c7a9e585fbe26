import { type OrderState, orderMoves } from '@vitrina/core'
import { sql } from 'kysely'
import type { Database } from '../database/open-database.ts'
import { type Invariant, invariantQueries } from './invariant-queries.ts'

/** Something that must never be so, and where. */
export interface Violation {
  invariant: Invariant
  what: string
  /** The id of the order, payment, checkout or variant. */
  id: string
}

export interface AuditOptions {
  /** Stock of variants before anything was sold and without an import since: adds the check that not a piece is missing. */
  initialStock?: Record<string, number>
}

/**
 * Looks through a shop's books for what must never be so: a second order of a checkout, money without an order or a
 * refund, sums that do not add up, stock below zero or not returned once, an order that moved where it may not. Empty
 * when all is well. Reads only; meant for a shop at rest, for a payment on its way looks like one that is lost.
 */
export async function auditShop(
  database: Database,
  shopId: string,
  { initialStock = {} }: AuditOptions = {},
): Promise<Violation[]> {
  const found: Violation[] = []
  for (const { invariant, what, query } of invariantQueries(shopId)) {
    const { rows } = await query.execute(database.kysely)
    found.push(...rows.map(({ id }) => ({ invariant, what, id })))
  }
  return [
    ...found,
    ...(await wrongMoves(database, shopId)),
    ...(await missingPieces(database, shopId, initialStock)),
  ]
}

async function wrongMoves({ kysely }: Database, shopId: string): Promise<Violation[]> {
  const moves = await kysely.selectFrom('order_moves').selectAll().where('shop_id', '=', shopId).execute()
  const allowed = (from: OrderState, to: OrderState) => orderMoves[from].includes(to)
  return moves
    .filter(({ from_state, state }) => !allowed(from_state, state))
    .map(({ order_id, from_state, state }) => ({
      invariant: 'I9',
      what: `moved from ${from_state} to ${state}`,
      id: order_id,
    }))
}

async function missingPieces(
  { kysely }: Database,
  shopId: string,
  initial: Record<string, number>,
): Promise<Violation[]> {
  const { rows } = await sql<{ id: string; pieces: number }>`
    select v.id, v.stock + coalesce((
      select sum(l.quantity) from order_lines l
      join orders o on o.shop_id = l.shop_id and o.id = l.order_id
      where l.shop_id = v.shop_id and l.variant_id = v.id and o.state <> 'cancelled'
    ), 0)::int8 as pieces
    from variants v where v.shop_id = ${shopId} and v.stock is not null
  `.execute(kysely)
  return rows
    .filter(({ id, pieces }) => id in initial && initial[id] !== pieces)
    .map(({ id, pieces }) => ({
      invariant: 'I4',
      what: `left and ordered make ${pieces} pieces, there were ${initial[id]}`,
      id,
    }))
}
