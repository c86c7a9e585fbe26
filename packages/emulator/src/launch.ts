import { type HostName, hostNames } from './hosts/emulated-host.ts'
import { findHost } from './hosts/find-host.ts'
import { type LaunchFlaw, launchFlaws } from './launch-flaw.ts'
import { signLaunch } from './signature.ts'

/** What the page asks to be launched. */
export interface LaunchRequest {
  userId: number
  /** The same user in Odnoklassniki; the hosts of OK need it. */
  okId?: number
  host: HostName
  language: string
  /** The community that the app is opened from, and what the user is there. */
  group?: { id: number; role: string }
  /** Where the link stood: `feed`, `group_menu`, `other`. */
  ref?: string
  /** What the user has made of the app before. */
  favorite?: boolean
  notifications?: boolean
  flaw?: LaunchFlaw
}

/** The query that the network would open the app with. */
export function launchQuery(
  request: LaunchRequest,
  { secret, appId, now }: { secret: string; appId: string; now: number },
): string {
  const { userId, okId = userId, language, group, ref = 'other', flaw = 'none' } = request
  const host = findHost(request.host)
  const age = flaw === 'expired' ? 2 * 3600 : 0
  const seconds = Math.floor(now / 1000) - age
  const hasVkId = flaw !== 'no-vk-id' || host.network === 'vk'
  const params = {
    vk_access_token_settings: '',
    vk_app_id: appId,
    vk_are_notifications_enabled: request.notifications ? '1' : '0',
    ...(group && { vk_group_id: String(group.id) }),
    vk_is_app_user: '1',
    vk_is_favorite: request.favorite ? '1' : '0',
    vk_language: language,
    vk_platform: host.platform,
    vk_ref: ref,
    vk_ts: String(flaw === 'milliseconds' ? seconds * 1000 : seconds),
    ...(hasVkId && { vk_user_id: String(userId) }),
    ...(group && { vk_viewer_group_role: group.role }),
    ...host.launch({ id: hasVkId ? userId : okId, okId }),
  }
  const sign = signLaunch(params, secret)
  const query = new URLSearchParams({ ...params, sign }).toString()
  if (flaw === 'altered') return query.replace(`vk_user_id=${userId}`, `vk_user_id=${userId + 1}`)
  if (flaw === 'duplicate') return `${query}&vk_user_id=${userId + 1}`
  return query
}

/** Only what the page can mean; anything else is undefined. */
export function readLaunchRequest(body: unknown): LaunchRequest | undefined {
  if (!isRecord(body)) return undefined
  const { userId, okId, language, group, ref, flaw, favorite, notifications } = body
  const host = hostNames.find((known) => known === body.host)
  if (!isId(userId) || host === undefined || !isWord(language)) return undefined
  if (okId !== undefined && !isId(okId)) return undefined
  if (ref !== undefined && !isWord(ref)) return undefined
  const knownFlaw = launchFlaws.find((known) => known === flaw)
  if (flaw !== undefined && knownFlaw === undefined) return undefined
  const request: LaunchRequest = { userId, host, language }
  if (okId !== undefined) request.okId = okId
  if (favorite === true) request.favorite = true
  if (notifications === true) request.notifications = true
  if (ref !== undefined) request.ref = ref
  if (knownFlaw !== undefined) request.flaw = knownFlaw
  if (group !== undefined) {
    if (!isRecord(group) || !isId(group.id) || !isWord(group.role)) return undefined
    request.group = { id: group.id, role: group.role }
  }
  return request
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z_]{1,40}$/.test(value)
}
