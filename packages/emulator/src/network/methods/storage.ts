import type { Method } from '../method.ts'

/** VK Storage. In OK it is on Android alone, as VK's table says; a copy of the table has it everywhere. */
export const storageMethods = {
  VKWebAppStorageGet: { vk: 'AIMW', ok: 'A', run: (network, { keys }) => network.shelf().get(keys) },
  VKWebAppStorageSet: {
    vk: 'AIMW',
    ok: 'A',
    run: (network, { key, value }) => network.shelf().set(key, value),
  },
  VKWebAppStorageGetKeys: {
    vk: 'AIMW',
    ok: 'A',
    run: (network, { count, offset }) => network.shelf().keys(count, offset),
  },
} satisfies Record<string, Method>
