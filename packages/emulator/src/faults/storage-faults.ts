import { apiError } from '../network/refusal.ts'
import { type Call, type Fault, pause, refused, silence } from './fault.ts'

const isWrite = ({ method }: Call) => method === 'VKWebAppStorageSet'
const isStorage = ({ method }: Call) => method.startsWith('VKWebAppStorage')

/** How long a write takes where parallel ones are lost. */
const writeTime = 100

/** A storage that loses things. */
export const storageFaults = {
  /** A write that begins while another one is under way is lost, and never answered. */
  'vk-bridge-192': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/192',
    spoils: isWrite,
    async change({ writing }, answer) {
      if (writing > 0) return silence
      await pause(writeTime)
      return { replies: await answer() }
    },
  },
  /** No answer after the app was brought back. */
  'vk-bridge-133': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/133',
    spoils: (call) => call.restored && isStorage(call),
    change: async () => silence,
  },
  /** Values that need escapes are cut long before 4096 characters. */
  'cut-at-2236': {
    source: 'https://dev.vk.com/bridge/VKWebAppStorageSet',
    spoils: (call) => isWrite(call) && /["\\]|[^\x20-\x7e]/.test(String(call.params.value)),
    change: async ({ params }, answer) => ({
      replies: await answer({ ...params, value: String(params.value).slice(0, 2236) }),
    }),
  },
  /** The calls of this hour are used up. */
  'flood-control': {
    source: 'https://dev.vk.com/bridge/VKWebAppStorageSet',
    spoils: isStorage,
    change: async (call) => refused(call, apiError(9, 'Flood control: too many requests in one hour')),
  },
} satisfies Record<string, Fault>
