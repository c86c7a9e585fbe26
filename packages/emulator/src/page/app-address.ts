import { findHost } from '../hosts/find-host.ts'
import type { Setup } from '../network/setup.ts'
import type { NetworkInfo } from './api.ts'

/** As a network opens an app: the launch in the query, and behind the `#` what stood there in the link. */
export function appAddress({ app, native }: NetworkInfo, setup: Setup, query: string): string {
  const url = new URL(app)
  url.search = [url.search.slice(1), query].filter(Boolean).join('&')
  url.hash = location.hash
  return native !== null && throughProxy(setup) ? native + url.href.slice(url.origin.length) : url.href
}

/** A phone's client needs its bridge put into the page, and a slow line something to slow it. */
export function throughProxy({ host, speed }: Pick<Setup, 'host' | 'speed'>): boolean {
  return findHost(host).transport !== 'frame' || speed !== 'full'
}
