import { done, type Method, noted, type Params } from '../method.ts'
import type { Network } from '../network.ts'
import { people } from '../people.ts'
import { whenGranted } from '../question.ts'
import { clientError } from '../refusal.ts'

/** What the user shows to others. */
export const sharingMethods = {
  VKWebAppShare: { vk: 'AIMW', ok: 'AIMW', run: share },
  VKWebAppShowWallPostBox: { vk: 'AIMW', ok: '', run: wallPost },
  VKWebAppOpenWallPost: { vk: 'W', ok: 'IMW', run: openWallPost },
  VKWebAppShowStoryBox: { vk: 'AIMW', ok: 'AIMW', run: story },
  VKWebAppShowImages: {
    vk: 'AIMW',
    ok: 'AIM',
    run: (_network, { images }) => (isList(images) ? done : clientError(5)),
  },
  VKWebAppRecommend: {
    vk: 'AIMW',
    ok: '',
    run: (network) =>
      whenGranted(network, { subject: 'share', method: 'VKWebAppRecommend', lines: [] }, () => {
        network.relations().set('recommended', true)
        return done
      }),
  },
  VKWebAppShowSlidesSheet: {
    vk: 'AIMW',
    ok: '',
    run: (_network, { slides }) =>
      isList(slides) ? { ...done, action: 'confirm' as const } : clientError(5),
  },
  VKWebAppTranslate: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (_network, { texts, translation_language }) =>
      isList(texts)
        ? { result: { texts: texts.map(String), source_lang: String(translation_language ?? 'ru') } }
        : clientError(5),
  },
  VKWebAppTrackEvent: tracked('event_name', 'AIMW', 'AIMW'),
  VKWebAppRetargetingPixel: tracked('pixel_code', 'AIMW', 'AIMW'),
  VKWebAppConversionHit: tracked('pixel_code', 'AIMW', ''),
  VKWebAppShowNativeAds: noted('AIMW', 'AIMW'),
  VKWebAppCheckNativeAds: { vk: 'AIMW', ok: 'AIMW', run: () => ({ result: false }) },
  VKWebAppShowBannerAd: { vk: 'AIMW', ok: 'AIMW', run: () => clientError(20) },
} satisfies Record<string, Method>

function share(network: Network, { link }: Params) {
  if (link !== undefined && typeof link !== 'string') return clientError(5)
  const { setup } = network
  const shared = link ?? network.link()
  const friend = people.find(({ key }) => key !== setup().person) ?? people[0]
  const name = friend.name[setup().language]
  return whenGranted(network, { subject: 'share', method: 'VKWebAppShare', lines: [shared] }, () => {
    network.deliver({ kind: 'message', text: `${name.first} ${name.last}: ${shared}` })
    const { id, sex, picture: photo } = friend
    return [
      {
        type: 'message' as const,
        users: [{ id, first_name: name.first, last_name: name.last, sex, photo }],
      },
    ]
  })
}

function wallPost(network: Network, { message, attachments, upload_attachments }: Params) {
  const parts = [message, attachments].filter((part) => typeof part === 'string' && part !== '').map(String)
  if (parts.length === 0 && !isList(upload_attachments)) return clientError(2)
  return whenGranted(network, { subject: 'share', method: 'VKWebAppShowWallPostBox', lines: parts }, () => {
    network.deliver({ kind: 'post', text: parts.join(' · ') })
    posts += 1
    return { post_id: posts }
  })
}

let posts = 0

function openWallPost(network: Network, { post_id, owner_id }: Params) {
  if (typeof post_id !== 'number' || typeof owner_id !== 'number') return clientError(2)
  network.deliver({ kind: 'open', text: `wall${owner_id}_${post_id}` })
  return done
}

function story(network: Network, { background_type, url, attachment }: Params) {
  if (!/^(image|video|none)$/.test(String(background_type))) return clientError(5)
  const { url: target } = (attachment ?? {}) as Params
  const lines = [url, target].filter((line) => typeof line === 'string').map(String)
  return whenGranted(network, { subject: 'share', method: 'VKWebAppShowStoryBox', lines }, () => {
    network.deliver({ kind: 'story', text: lines.join(' · ') })
    return done
  })
}

function tracked(name: string, vk: string, ok: string) {
  return {
    vk,
    ok,
    run: (network: Network, params: Params) => {
      if (typeof params[name] !== 'string') return clientError(2)
      network.deliver({ kind: 'event', text: JSON.stringify(params) })
      return done
    },
  }
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0
}
