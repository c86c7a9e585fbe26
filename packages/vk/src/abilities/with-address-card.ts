import { fail, type Host, ok } from '@vitrina/core'
import { addressCard } from './person.ts'
import type { VkClient } from './vk-client.ts'

/**
 * The same host, which fills in a courier's address from the user's card where the client has one: VK on phones.
 *
 * @example
 * const host = withAddressCard(vkHost(), vkClient())
 */
export function withAddressCard(host: Host, client: VkClient): Host {
  return {
    ...host,
    async launch() {
      const launched = await host.launch()
      // After the launch, whose first call comes before all others; a client that has said nothing is not asked again.
      if (!launched.ok || launched.value.abilities.length === 0 || !(await client.can(addressCard)))
        return launched
      return ok({ ...launched.value, abilities: [...launched.value.abilities, 'address'] })
    },
    async requestAddress() {
      const card = await client.use(addressCard, undefined)
      if (!card.ok) return card
      const { address } = card.value
      return address ? ok(address) : fail({ code: 'unknown', reason: 'There is no address on the card.' })
    },
  }
}
