import { formatMoney, type Money, type Order, type OrderState, orderMoves } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { OrderRow } from '../database/order-tables.ts'
import { inTransaction } from '../database/transaction.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { findOrders } from '../orders/find-orders.ts'
import { moveOrder } from '../orders/move-order.ts'
import type { CommandSetting } from './run-command.ts'

/** What a merchant brings an order to; the rest is the buyer's and the acquirer's. */
const merchantStates = ['shipped', 'delivered', 'cancelled'] as const satisfies OrderState[]
type MerchantState = (typeof merchantStates)[number]

/** Prints the newest orders, a line each. */
export async function ordersCommand({ world, config, database }: CommandSetting): Promise<number> {
  const rows = await database.kysely
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', config.shop.id)
    .orderBy('placed_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  if (rows.length === 0) world.print('There are no orders yet.')
  for (const row of rows) world.print(lineOf(row))
  return 0
}

/** Prints an order, or brings it to a state first. */
export async function orderCommand(setting: CommandSetting, number: string, state: string): Promise<number> {
  const { world, database } = setting
  const found = await findByNumber(setting, number)
  if (!found) {
    world.printError(`There is no order ${number}.`)
    return 1
  }
  if (state !== '') {
    if (!isMerchantState(state)) {
      world.printError(`An order is brought to ${merchantStates.join(', ')}, not to ${state}.`)
      return 2
    }
    if (!(await bring(setting, found.id, state))) {
      world.printError(`Order ${number} is ${found.state}: it can become ${nextOf(found.state)}.`)
      return 1
    }
  }
  const owner = { shopId: found.shop_id, buyerId: found.buyer_id }
  const [order] = await findOrders(database.kysely, owner, { id: found.id })
  if (order) for (const line of wordsOf(order)) world.print(line)
  return 0
}

async function findByNumber({ config, database }: CommandSetting, number: string) {
  return database.kysely
    .selectFrom('orders')
    .select(['shop_id', 'id', 'buyer_id', 'state'])
    .where('shop_id', '=', config.shop.id)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** False when it may not go there. An order that is there already stays so. */
async function bring({ config, database }: CommandSetting, orderId: string, to: MerchantState) {
  const key = { shopId: config.shop.id, orderId }
  const at = new Date()
  if (to === 'cancelled') return (await cancelOrder(database, { ...key, reason: 'merchant', at })).ok
  return inTransaction(database, async (connection) => moveOrder(connection, key, { to, at }))
}

function isMerchantState(text: string): text is MerchantState {
  return merchantStates.some((state) => state === text)
}

function nextOf(state: OrderState): string {
  const next = orderMoves[state].filter(isMerchantState)
  return next.length > 0 ? next.join(' or ') : 'nothing else'
}

function lineOf(row: Selectable<OrderRow>): string {
  const total = sumOf({ amount: row.total, currency: row.currency })
  return [
    row.number,
    row.placed_at.toISOString(),
    row.state,
    row.payment_method,
    total,
    row.contact.name,
  ].join('  ')
}

function wordsOf(order: Order): string[] {
  const paid = order.payment ? `, ${order.payment.state}` : ''
  return [
    `Order ${order.number}, ${order.state}, placed ${order.placedAt}`,
    ...order.lines.map(({ title, quantity, total }) => `  ${quantity} × ${title}  ${sumOf(total)}`),
    `  ${order.deliveryText}  ${sumOf(order.deliveryPrice)}`,
    `  Total ${sumOf(order.total)}, by ${order.paymentMethod}${paid}`,
    `  ${order.contact.name}, ${order.contact.phone}`,
  ]
}

function sumOf(sum: Money): string {
  return formatMoney(sum, 'en')
}
