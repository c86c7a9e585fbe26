import type { Database } from '../database/open-database.ts'

const block = 20
const first = 1001

/**
 * Numbers for people, short and unique in a shop. A process takes them by the block, so that orders of one shop do
 * not queue for a counter; a restart leaves a gap.
 */
export interface OrderNumbers {
  take(shopId: string): Promise<number>
  /** A number that certainly was not used can be given to the next one. */
  giveBack(shopId: string, number: number): void
}

export function createOrderNumbers(database: Database): OrderNumbers {
  const free = new Map<string, number[]>()
  const refills = new Map<string, Promise<void>>()

  async function refill(shopId: string, numbers: number[]) {
    const { next_number: next } = await database.kysely
      .insertInto('shops')
      .values({ shop_id: shopId, next_number: first + block })
      .onConflict((conflict) =>
        conflict
          .column('shop_id')
          .doUpdateSet((expression) => ({ next_number: expression('shops.next_number', '+', block) })),
      )
      .returning('next_number')
      .executeTakeFirstOrThrow()
    for (let number = next - block; number < next; number++) numbers.push(number)
  }

  return {
    async take(shopId) {
      const numbers = free.get(shopId) ?? []
      free.set(shopId, numbers)
      for (;;) {
        const number = numbers.shift()
        if (number !== undefined) return number
        const running = refills.get(shopId) ?? refill(shopId, numbers).finally(() => refills.delete(shopId))
        refills.set(shopId, running)
        await running
      }
    },
    giveBack(shopId, number) {
      free.get(shopId)?.unshift(number)
    },
  }
}
