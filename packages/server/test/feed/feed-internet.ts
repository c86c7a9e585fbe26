import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, isIPv6 } from 'node:net'
import type { FeedNetwork } from '../../src/feed/fetch-feed.ts'
import { isPublicAddress } from '../../src/feed/public-address.ts'
import { certificate } from './certificate.ts'
import { innerNames } from './inner-addresses.ts'

export interface FeedInternet extends FeedNetwork {
  /** Connections that were made to it. */
  connections(): number
  close(): Promise<void>
}

export type Names = (host: string) => readonly string[]

/** An internet of one machine, this one: `names` says where names lead. Nothing is ever dialled but the loopback. */
export async function feedInternet(
  serve: (request: IncomingMessage, response: ServerResponse) => void,
  names: Names = (host) => innerNames[host] ?? ['127.0.0.1'],
): Promise<FeedInternet> {
  const server = createSecureServer(certificate, serve)
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const lookup = (host: string, _: unknown, done: (error: null, addresses: object[]) => void) =>
    done(
      null,
      names(host).map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })),
    )
  return {
    lookup: lookup as FeedNetwork['lookup'],
    isAllowed: isPublicAddress,
    port: (server.address() as AddressInfo).port,
    ca: certificate.cert,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
