import { account, type Device, type End, look, openDevice, order, payment, quote, report } from './device.ts'
import { page, type Step, walk } from './journeys.ts'

export const variants = ['no retry', 'same key', 'other device', 'notification first'] as const

/** What happens once another server is there. */
export type Variant = (typeof variants)[number]

/** Answers with what should not have happened. */
export async function goOn(variant: Variant, device: Device, left: readonly Step[]): Promise<string[]> {
  if (variant === 'no retry') return []
  if (variant === 'other device') {
    const other = await atAnotherDevice(device)
    // Whoever comes back to the first one finds nothing to order, if the other has ordered it.
    return [...other, ...(await finish(device, left, ['cart-empty']))]
  }
  const early = variant === 'notification first' ? await notification(device) : []
  return [...early, ...(await finish(device, left))]
}

async function finish(device: Device, left: readonly Step[], fine: string[] = []): Promise<string[]> {
  const { end } = await walk(device, left)
  return end === 'done' || (typeof end === 'object' && fine.includes(end.refused)) ? [] : [told(end)]
}

async function atAnotherDevice({ world, life }: Device): Promise<string[]> {
  const other = openDevice(world, life)
  const { open, filled } = await account(other)
  other.orderIds = open
  const paying: Step[] = [payment, page, report, look]
  if (filled) return finish(other, [quote, order, ...paying])
  return open.length > 0 ? finish(other, paying) : []
}

/** The acquirer is paid whatever it knows of, and says so, before the buyer is back. It also speaks of what nobody knows. */
async function notification(device: Device): Promise<string[]> {
  const { acquirer } = device.world
  await acquirer.pay()
  const stray = await device.life.ask(acquirer.stray())
  const end = await report(device)
  return [
    ...(stray?.status === 200 ? [] : ['a notification ahead of its payment was not taken']),
    ...(end === 'done' ? [] : [told(end)]),
  ]
}

function told(end: End): string {
  return typeof end === 'object' ? `the buyer was refused: ${end.refused}` : `the buyer's exchange was ${end}`
}
