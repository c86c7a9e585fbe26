import type { HostName } from '../hosts/emulated-host.ts'
import { findHost } from '../hosts/find-host.ts'
import type { NetworkInfo } from './api.ts'

/** As a network opens an app: the launch in the query, and behind the `#` what stood there in the link. */
export function appAddress({ app, native }: NetworkInfo, host: HostName, query: string): string {
  const url = new URL(app)
  url.search = [url.search.slice(1), query].filter(Boolean).join('&')
  url.hash = location.hash
  const inFrame = findHost(host).transport === 'frame' || native === null
  return inFrame ? url.href : native + url.href.slice(url.origin.length)
}
