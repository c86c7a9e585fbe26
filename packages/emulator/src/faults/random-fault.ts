import type { Call, Fault } from './fault.ts'
import { type FaultName, faults } from './faults.ts'

/** Which calls out of ten something happens to. */
const share = 0.3

/** What may happen to any call: nothing that an app could not live with for the rest of its life. */
const mishaps: readonly FaultName[] = [
  'mini-apps-api-16',
  'duplicate-answers',
  'wrong-type',
  'background',
  'vk-bridge-331',
  'vk-bridge-613',
  'vk-bridge-532',
  'flood-control',
]

/** Shorter than `slow-answers`, so that a run of many seeds ends. */
const hiccup: Fault = {
  source: '',
  spoils: () => true,
  change: async (_call, answer) => ({ replies: await answer(), late: 700 }),
}

/**
 * Chance that can be repeated: the same seed spoils the same calls in the same way, counted in their order.
 *
 * @returns for each next call a fault and its name, or nothing
 */
export function randomFaults(seed: number): (call: Call) => { name: string; fault: Fault } | undefined {
  const random = generator(seed)
  return (call) => {
    const [happens, which] = [random(), random()]
    if (happens >= share) return undefined
    const fitting = mishaps.filter((name) => faults[name].spoils(call))
    const name = fitting[Math.floor(which * (fitting.length + 1))]
    return name === undefined ? { name: 'hiccup', fault: hiccup } : { name, fault: faults[name] }
  }
}

/** mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
