import type { LaunchRequest } from '../launch.ts'
import { findPerson } from '../network/people.ts'
import type { Relations } from '../network/relations.ts'
import type { Setup } from '../network/setup.ts'
import type { Speed } from '../network/speed.ts'

export interface NetworkInfo {
  app: string
  feed: string | null
  /** The origin of the app when a phone's client is played, or its line is slow. */
  native: string | null
  appId: string
}

export function fetchNetwork(): Promise<NetworkInfo> {
  return ask('network')
}

/** A new signed query for what the panel is set to. */
export async function fetchLaunch(setup: Setup, ref: string, relations: Relations): Promise<string> {
  const { id, okId, group } = findPerson(setup.person)
  const { host, language, launch } = setup
  const request: LaunchRequest = {
    userId: id,
    okId,
    host,
    language,
    flaw: launch,
    ref: group ? 'group_menu' : ref,
    favorite: relations.has('Favorites'),
    notifications: relations.has('notifications'),
    ...(group && { group }),
  }
  const { query } = await ask<{ query: string }>('launch', request)
  return query
}

export async function fetchSign(
  userId: number,
  name: 'phone_number' | 'email',
  value: string,
): Promise<string> {
  const { sign } = await ask<{ sign: string }>('field', { userId, name, value })
  return sign
}

/** How fast the app's connection is from now on. */
export async function setSpeed(speed: Speed): Promise<void> {
  await ask('speed', { speed })
}

export function fetchHash(userId: number, payload?: string): Promise<{ ts: number; sign: string }> {
  return ask('hash', { userId, payload })
}

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const sent = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`/api/${path}`, sent)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return (await response.json()) as Answer
}
