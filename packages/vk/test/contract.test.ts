import { hostContract, storageContract } from '@vitrina/core/testing'
import { expect, test } from 'vitest'
import { vkHost } from '../src/index.ts'
import { fakeBridge, fakeWindow, hurried } from './fake-network.ts'

function openHost() {
  const kept = new Map<string, string>()
  const { bridge } = fakeBridge({
    VKWebAppGetPhoneNumber: { phone_number: '79161234567' },
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
  return vkHost({ bridge, window: fakeWindow().window, ...hurried })
}

for (const { name, run } of hostContract(async () => openHost())) {
  test(`as a host it ${name}`, async () => expect(await run()).toBeUndefined())
}

for (const { name, run } of storageContract(async () => openHost().storage!)) {
  test(`as a storage it ${name}`, async () => expect(await run()).toBeUndefined())
}
