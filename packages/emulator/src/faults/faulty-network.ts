import { handle } from '../network/handle.ts'
import type { Network } from '../network/network.ts'
import type { BridgeMessage } from '../network/wire.ts'
import type { Call, Outcome } from './fault.ts'
import { faults } from './faults.ts'
import { randomFaults } from './random-fault.ts'

export interface FaultyNetwork {
  /** What becomes of a message, and the name of the fault that it met. */
  handle(message: BridgeMessage): Promise<Outcome & { fault?: string }>
  /** The app was brought back: from now on that may matter. */
  restored(): void
}

/** The network with the faults that it is set to, one launch of an app long. */
export function faultyNetwork(network: Network): FaultyNetwork {
  let restored = false
  let writing = 0
  let chance: { seed: string; draw: ReturnType<typeof randomFaults> } | undefined

  function find(call: Call) {
    const { faults: chosen, seed } = network.setup()
    const name = chosen.find((each) => faults[each].spoils(call))
    if (name) return { name, fault: faults[name] }
    if (seed === '') return undefined
    if (chance?.seed !== seed) chance = { seed, draw: randomFaults(Number(seed)) }
    return chance.draw(call)
  }

  async function answer(message: BridgeMessage): Promise<Outcome & { fault?: string }> {
    const { handler: method, params } = message
    const call: Call = { method, params, network, restored, writing }
    const met = find(call)
    if (met === undefined) return { replies: await handle(message, network) }
    const outcome = await met.fault.change(call, (changed = params) =>
      handle({ handler: method, params: changed }, network),
    )
    return { ...outcome, fault: met.name }
  }

  return {
    restored() {
      restored = true
    },
    async handle(message) {
      if (message.handler !== 'VKWebAppStorageSet') return answer(message)
      const promise = answer(message)
      writing += 1
      return promise.finally(() => {
        writing -= 1
      })
    },
  }
}
