import { forgetBuyer } from '../forget-buyer.ts'
import type { CommandSetting } from './run-command.ts'

/** Erases what is known of a buyer. */
export async function forgetCommand(
  { world, config, database }: CommandSetting,
  buyerId: string,
): Promise<number> {
  const done = await forgetBuyer(database, { shopId: config.shop.id, buyerId, at: new Date() })
  if (done.ok) {
    world.print(`Nothing is known of ${buyerId} any more.`)
    return 0
  }
  const { orders } = done.error
  const named = orders.length > 1 ? `Orders ${orders.join(', ')} are` : `Order ${orders.join()} is`
  world.printError(`${named} not paid or not delivered yet: deliver or cancel first.`)
  return 1
}
