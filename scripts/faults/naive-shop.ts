import type { RequestListener } from 'node:http'
import type { Database } from '../../packages/server/src/index.ts'

/** The variant that the naive shop sells. */
export const naiveVariant = 'naive-v'

/**
 * The control: a shop as it is written first. It looks whether there is enough, and takes one. Between the two
 * somebody else has looked, too, so it sells what is not there; a test of ours that it passes would prove nothing.
 */
export function naiveShop({ kysely }: Database): RequestListener {
  const variant = kysely.selectFrom('variants').select('stock').where('id', '=', naiveVariant)
  return async (_request, response) => {
    const row = await variant.executeTakeFirstOrThrow()
    const left = row.stock ?? 0
    if (left < 1) {
      response.writeHead(409).end('sold out')
      return
    }
    await kysely
      .updateTable('variants')
      .set({ stock: left - 1 })
      .where('id', '=', naiveVariant)
      .execute()
    response.writeHead(200).end('sold')
  }
}
