import { serve } from '../serve.ts'
import { importCommand, isAddress } from './import-command.ts'
import type { CommandSetting } from './run-command.ts'
import { sentenceOf } from './sentence.ts'

/**
 * Serves until the process is asked to end. `feed` is taken first; '' for none. One on the web that cannot be had keeps no
 * shop closed: its goods are there from the last time.
 */
export async function serveCommand(setting: CommandSetting, feed: string): Promise<number> {
  const { world, config } = setting
  if (feed) {
    const code = await importCommand(setting, feed, { again: false })
    if (code !== 0 && !isAddress(feed)) return code
  }
  const serving = await serve({
    ...setting,
    log: ({ method, route, status, ms }) => world.print(`${method} ${route} ${status} ${ms} ms`),
    onReview: ({ orderNumber, paymentId, why }) =>
      world.printError(`Look at payment ${paymentId} of order ${orderNumber}: ${why}`),
    onGivenUp: ({ type, order }, channel) =>
      world.printError(
        `The ${channel} was not told ${type} of order ${order.number} for three days; it is given up.`,
      ),
    onError: (error) => world.printError(`Fault: ${nameOf(error)}`),
  })
  if (!serving.ok) {
    world.printError(sentenceOf(serving.error))
    return 1
  }
  if (config.shop.paymentMethods.includes('card')) {
    world.print('Card payments go to the built-in test acquirer: no money moves.')
  }
  world.print(`Shop ${config.shop.id} is served: ${serving.value.url}`)
  await world.stopped
  await serving.value.close()
  return 0
}

/** A data base's message can hold a buyer's data; its name and code cannot. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const [, place = ''] = /\n\s+at (.*)/.exec(error.stack ?? '') ?? []
  return `${error.name}${code} at ${place}`
}
