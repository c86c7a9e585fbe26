import { cancel, type Device, type End, fill, look, order, payment, quote, report, sweep } from './device.ts'

export type Step = (device: Device) => Promise<End>

/** A part of a purchase in which the server can die. */
export interface Journey {
  name: string
  /** What is done already. */
  before: Step[]
  steps: Step[]
  /** What a buyer goes on with who does not give up. */
  after: Step[]
  /** How it ends then. */
  ends: 'bought' | 'sent back' | 'either'
}

const minute = 60_000
const placing: Step[] = [fill, quote, order]
const paying: Step[] = [payment, look, page]
const telling: Step = (device) => sweep(device)
const notifying: Step[] = [report, look, telling]
const paid: Step[] = [...placing, ...paying]

export const journeys = {
  placing: journey('placing', [], placing, [...paying, ...notifying], 'bought'),
  paying: journey('paying', placing, paying, notifying, 'bought'),
  notifying: journey('notifying', paid, notifying, [], 'bought'),
  // When no notification comes, the buyer looks, or nobody does.
  looking: journey('looking', paid, [look, telling], [], 'bought'),
  asking: journey('asking', paid, [(device) => sweep(device, minute)], [], 'bought'),
  expiring: journey(
    'expiring',
    [...placing, payment],
    [(device) => sweep(device, 61 * minute)],
    [],
    'either',
  ),
  cancelling: journey('cancelling', [...paid, ...notifying], [cancel, telling], [], 'sent back'),
}

function journey(name: string, before: Step[], steps: Step[], after: Step[], ends: Journey['ends']): Journey {
  return { name, before, steps, after, ends }
}

/** Takes steps until one of them is not done, and answers with what is left and how that one ended. */
export async function walk(
  device: Device,
  steps: readonly Step[],
): Promise<{ left: readonly Step[]; end: End }> {
  for (const [index, step] of steps.entries()) {
    const end = await step(device)
    if (end !== 'done') return { left: steps.slice(index), end }
  }
  return { left: [], end: 'done' }
}

export async function page({ world, paymentIds }: Device): Promise<End> {
  for (const id of paymentIds) await world.acquirer.pay(id)
  return 'done'
}
