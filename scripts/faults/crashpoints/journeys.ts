import { cancel, type Device, type End, fill, look, order, payment, quote, report, sweep } from './device.ts'

export type Step = (device: Device) => Promise<End>

/** A part of a purchase in which the server can die. */
export interface Journey {
  name: 'placing' | 'paying' | 'notifying' | 'looking' | 'asking' | 'expiring' | 'cancelling'
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

export const journeys: readonly [Journey, ...Journey[]] = [
  { name: 'placing', before: [], steps: placing, after: [...paying, ...notifying], ends: 'bought' },
  { name: 'paying', before: placing, steps: paying, after: notifying, ends: 'bought' },
  { name: 'notifying', before: paid, steps: notifying, after: [], ends: 'bought' },
  // When no notification comes, the buyer looks, or nobody does.
  { name: 'looking', before: paid, steps: [look, telling], after: [], ends: 'bought' },
  { name: 'asking', before: paid, steps: [(device) => sweep(device, minute)], after: [], ends: 'bought' },
  {
    name: 'expiring',
    before: [...placing, payment],
    steps: [(device) => sweep(device, 61 * minute)],
    after: [],
    ends: 'either',
  },
  {
    name: 'cancelling',
    before: [...paid, ...notifying],
    steps: [cancel, telling],
    after: [],
    ends: 'sent back',
  },
]

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
