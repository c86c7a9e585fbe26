import type { QuoteLine, ShortLine } from '@vitrina/core'
import type { Connection } from '../database/transaction.ts'

/** What there is left of the lines that could not be had. */
export async function shortLines(
  connection: Connection,
  shopId: string,
  lines: readonly QuoteLine[],
  variantIds: readonly string[],
): Promise<ShortLine[]> {
  const rows = await connection
    .selectFrom('variants')
    .select(['id', 'stock'])
    .where('shop_id', '=', shopId)
    .where('id', 'in', variantIds)
    .execute()
  const left = new Map(rows.map((row) => [row.id, row.stock ?? 0]))
  return lines
    .filter((line) => variantIds.includes(line.variantId))
    .map(({ variantId, title, quantity }) => ({
      variantId,
      title,
      requested: quantity,
      left: left.get(variantId) ?? 0,
    }))
}
