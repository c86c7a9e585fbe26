import { done, type Method, type Params } from '../method.ts'
import type { Network } from '../network.ts'
import { whenGranted } from '../question.ts'
import { clientError } from '../refusal.ts'
import { userOf } from './user.ts'

/** Messages, notifications and communities. */
export const communityMethods = {
  VKWebAppAllowMessagesFromGroup: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, params) => relate(network, 'VKWebAppAllowMessagesFromGroup', 'messages', params),
  },
  VKWebAppSendPayload: {
    vk: 'AIMW',
    ok: '',
    run: (network, { group_id, payload }) => {
      if (typeof group_id !== 'number') return clientError(2)
      network.deliver({ kind: 'payload', text: `club${group_id}: ${JSON.stringify(payload)}` })
      return done
    },
  },
  VKWebAppAllowNotifications: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network) =>
      whenGranted(network, { subject: 'messages', method: 'VKWebAppAllowNotifications', lines: [] }, () => {
        network.relations().set('notifications', true)
        return done
      }),
  },
  VKWebAppDenyNotifications: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network) => {
      network.relations().set('notifications', false)
      return done
    },
  },
  VKWebAppAddToCommunity: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network) => {
      const group_id = userOf(network).group?.id ?? defaultGroup
      const lines = [`club${group_id}`]
      return whenGranted(network, { subject: 'community', method: 'VKWebAppAddToCommunity', lines }, () => {
        network.relations().set(`installed:${group_id}`, true)
        return { group_id }
      })
    },
  },
  VKWebAppJoinGroup: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, params) => relate(network, 'VKWebAppJoinGroup', 'member', params),
  },
  VKWebAppLeaveGroup: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, params) => relate(network, 'VKWebAppLeaveGroup', 'member', params, false),
  },
  VKWebAppGetGroupInfo: { vk: 'AIMW', ok: 'AIMW', run: groupInfo },
  VKWebAppShowCommunityWidgetPreviewBox: {
    vk: 'AIW',
    ok: '',
    run: (network, { group_id, type, code }) => {
      if (typeof group_id !== 'number' || typeof type !== 'string') return clientError(2)
      return whenGranted(
        network,
        {
          subject: 'community',
          method: 'VKWebAppShowCommunityWidgetPreviewBox',
          lines: [`club${group_id}`, type, String(code ?? '').slice(0, 200)],
        },
        () => done,
      )
    },
  },
} satisfies Record<string, Method>

/** The community of somebody who administrates none. */
const defaultGroup = 200_001

function relate(network: Network, method: string, relation: string, { group_id }: Params, holds = true) {
  if (typeof group_id !== 'number' || group_id <= 0) return clientError(5)
  const subject = relation === 'messages' ? 'messages' : 'community'
  return whenGranted(network, { subject, method, lines: [`club${group_id}`] }, () => {
    network.relations().set(`${relation}:${group_id}`, holds)
    return done
  })
}

function groupInfo(network: Network, { group_id }: Params) {
  if (typeof group_id !== 'number' || group_id <= 0) return clientError(5)
  const { picture } = userOf(network)
  return {
    id: group_id,
    name: network.setup().language === 'ru' ? 'Сообщество на столе' : 'A community on a desk',
    screen_name: `club${group_id}`,
    is_closed: 0,
    type: 'group',
    is_member: network.relations().has(`member:${group_id}`) ? 1 : 0,
    description: '',
    photo_50: picture,
    photo_100: picture,
    photo_200: picture,
  }
}
