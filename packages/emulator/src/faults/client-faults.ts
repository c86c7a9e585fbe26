import { clientError } from '../network/refusal.ts'
import { type Call, type Fault, isFailure, refused, silence } from './fault.ts'

const isAnything = () => true
const isOnlyModerated = ({ method }: Call) =>
  /^VKWebApp(Share|AllowNotifications|AllowMessagesFromGroup|AddToFavorites)$/.test(method)

/** Milliseconds. */
const slowness = 3_000
/** VK shows an error when an app has not begun in 30 seconds. */
const startsAfter = 31_000

/** Clients that keep silent, take their time or answer oddly. */
export const clientFaults = {
  /** Neither fails nor succeeds, whatever is asked: as it is outside VK. */
  'mini-apps-api-16': {
    source: 'https://github.com/VKCOM/vk-mini-apps-api/issues/16',
    spoils: isAnything,
    change: async () => silence,
  },
  'vk-bridge-195': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/195',
    spoils: ({ method }) => method === 'VKWebAppSendToClient',
    change: async () => silence,
  },
  /** VK's API through the client is silent after the app was brought back. */
  'vk-bridge-227': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/227',
    spoils: ({ method, restored }) => restored && method === 'VKWebAppCallAPIMethod',
    change: async () => silence,
  },
  'vk-bridge-605': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/605',
    spoils: ({ method, restored }) => restored && method === 'VKWebAppGetAuthToken',
    change: async (call) => refused(call),
  },
  /** Failures in shapes that no documentation has. */
  'vk-bridge-331': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/331',
    spoils: isAnything,
    async change(call, answer) {
      const replies = await answer()
      return isFailure(replies) ? refused(call, { error_type: 'client_error', error_data: '' }) : { replies }
    },
  },
  'slow-answers': {
    source: 'https://dev.vk.com/bridge/overview',
    spoils: isAnything,
    change: async (_call, answer) => ({ replies: await answer(), late: slowness }),
  },
  'slow-start': {
    source: 'https://dev.vk.com/bridge/VKWebAppInit',
    spoils: ({ method }) => method === 'VKWebAppInit',
    change: async (_call, answer) => ({ replies: await answer(), late: startsAfter }),
  },
  'duplicate-answers': {
    source: 'https://dev.vk.com/bridge/overview',
    spoils: isAnything,
    async change(_call, answer) {
      const replies = await answer()
      return { replies: [...replies, ...replies] }
    },
  },
  'wrong-type': {
    source: 'https://dev.vk.com/bridge/overview',
    spoils: ({ method }) => method !== 'SetSupportedHandlers',
    async change(_call, answer) {
      const [reply, ...pushes] = await answer()
      return { replies: reply ? [{ ...reply, type: 'VKWebAppUnknownResult' }, ...pushes] : [] }
    },
  },
  /** The client takes the app for one in the background. */
  background: {
    source: 'https://dev.vk.com/bridge/overview',
    spoils: ({ method }) => !/^(VKWebAppInit|SetSupportedHandlers)$/.test(method),
    change: async (call) => refused(call, clientError(9)),
  },
  /** Before moderation some methods do not work. */
  'not-moderated': {
    source: 'https://dev.vk.com/mini-apps/management/moderation',
    spoils: isOnlyModerated,
    change: async (call) => refused(call, clientError(11)),
  },
} satisfies Record<string, Fault>
