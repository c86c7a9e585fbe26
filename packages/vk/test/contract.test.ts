import { hostContract, storageContract } from '@vitrina/core/testing'
import { expect, test } from 'vitest'
import { vkClient, withAddressCard } from '../src/abilities.ts'
import { vkHost } from '../src/index.ts'
import { fakeBridge, fakeWindow, hurried } from './fake-network.ts'

function openHost() {
  const kept = new Map<string, string>()
  const { bridge } = fakeBridge({
    VKWebAppGetPhoneNumber: { phone_number: '79161234567' },
    VKWebAppGetPersonalCard: { address: { city: { title: 'Москва' }, specified_address: 'Садовая, 1' } },
    VKWebAppGetConfig: { appearance: 'dark', insets: { top: 1, right: -2, bottom: 'x', left: 0 } },
    VKWebAppTapticImpactOccurred: { result: true },
    VKWebAppClose: { payload: null },
    VKWebAppStorageGet: ({ keys }: { keys: string[] }) => ({
      keys: keys.map((key) => ({ key, value: kept.get(key) ?? '' })),
    }),
    VKWebAppStorageSet: ({ key, value }: { key: string; value: string }) => {
      kept.set(key, value)
      return { result: true }
    },
  })
  const options = { bridge, window: fakeWindow().window, ...hurried }
  return { host: vkHost(options), client: vkClient(options) }
}

for (const { name, run } of hostContract(async () => openHost().host)) {
  test(`as a host it ${name}`, async () => expect(await run()).toBeUndefined())
}

const withCard = async () => {
  const { host, client } = openHost()
  return withAddressCard(host, client)
}
for (const { name, run } of hostContract(withCard)) {
  test(`as a host with the address card it ${name}`, async () => expect(await run()).toBeUndefined())
}

for (const { name, run } of storageContract(async () => openHost().host.storage!)) {
  test(`as a storage it ${name}`, async () => expect(await run()).toBeUndefined())
}
