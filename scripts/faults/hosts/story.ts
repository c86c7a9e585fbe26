import { seededRandom } from '../../../packages/core/src/memory.ts'
import { hostNames } from '../../../packages/emulator/src/hosts/emulated-host.ts'
import type { EmulatedSetup } from '../../../packages/emulator/src/playwright.ts'
import type { Decision } from '../../test/desk/acquirer-page.ts'

/** One purchase in a client that a network plays. */
export interface Story {
  setup: EmulatedSetup
  /** How often “add to cart” is tapped. */
  pieces: number
  payment: 'cash' | Decision
  /** Whether name and phone are asked of the client before they are typed. */
  asks: boolean
  /** Where the page is loaded anew, as clients do of themselves. */
  reloads: readonly ('cart' | 'form' | 'paying')[]
  /** Whether the app is put away for a moment and brought back. */
  hides: boolean
}

const okLaunches = ['none', 'no-vk-id', 'milliseconds'] as const
const decisions = ['approve', 'decline', '3-D Secure', 'wrong code', 'close'] as const

/** The same seed makes the same story; neighbouring seeds go through all hosts in turn. */
export function makeStory(seed: number): Story {
  const random = seededRandom(seed)
  const happens = (share: number) => random() < share
  const one = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const host = hostNames[seed % hostNames.length] ?? hostNames[0]
  const launch = host.startsWith('ok') ? one(okLaunches) : 'none'
  return {
    setup: { host, launch, permissions: one(['granted', 'refused']), seed },
    pieces: 1 + Math.floor(random() * 3),
    payment: happens(0.4) ? 'cash' : one(decisions),
    asks: happens(0.5),
    reloads: (['cart', 'form', 'paying'] as const).filter(() => happens(0.2)),
    hides: happens(0.2),
  }
}
