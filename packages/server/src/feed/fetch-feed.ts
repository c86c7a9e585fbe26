import { lookup as systemLookup } from 'node:dns'
import { createWriteStream } from 'node:fs'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '@vitrina/core'
import { Agent, type Dispatcher, request } from 'undici'
import { isPublicAddress } from './public-address.ts'

/** The network that a feed is fetched from. */
export interface FeedNetwork {
  /** As `dns.lookup`: it is asked at each dialling, for all addresses of a name. */
  lookup: typeof systemLookup
  isAllowed(address: string): boolean
  port: number
  /** Certificates to trust instead of the system's. */
  ca?: string
}

export interface FetchFeedOptions {
  /** The file that it is written to. */
  path: string
  network?: FeedNetwork
  /** The largest download in bytes; 1 GB when left out. */
  maxBytes?: number
  /** Milliseconds for all of it; ten minutes when left out. */
  timeLimit?: number
}

export type FetchFeedFailure =
  /** Not https, on another port, or with a user's name in it. It may hold secrets, so it is not repeated. */
  | { code: 'bad-address' }
  /** It leads to this machine or its own network. */
  | { code: 'inside'; host: string }
  | { code: 'too-many-redirects' }
  | { code: 'refused'; status: number }
  | { code: 'too-large' }
  | { code: 'timeout' }
  | { code: 'unreachable'; reason: string }

const internet: FeedNetwork = { lookup: systemLookup, isAllowed: isPublicAddress, port: 443 }
const mostRedirects = 3

/**
 * Downloads a feed. Its address comes from a configuration, or from whoever answers there with a redirect, so it may
 * lead anywhere: it is followed by https only, at most three redirects far, and never to an address that is not public.
 * Addresses are looked at where the connection is made, so that a name that means something else a moment later
 * does not help.
 */
export async function fetchFeed(
  address: string,
  { path, network = internet, maxBytes = 1_000_000_000, timeLimit = 600_000 }: FetchFeedOptions,
): Promise<Result<void, FetchFeedFailure>> {
  let inside: string | undefined
  const dispatcher = createAgent(network, (host) => {
    inside = host
  })
  const signal = AbortSignal.timeout(timeLimit)
  try {
    const found = await follow(address, network, { dispatcher, signal })
    if (!found.ok) return found
    const limit = (body: AsyncIterable<Uint8Array>) => limited(body, maxBytes)
    await pipeline(found.value, limit, createWriteStream(path, { mode: 0o600 }), { signal })
    return ok(undefined)
  } catch (error) {
    if (inside !== undefined) return fail({ code: 'inside', host: inside })
    if (signal.aborted) return fail({ code: 'timeout' })
    return fail(failureOf(error))
  } finally {
    await dispatcher.destroy()
  }
}

type Body = Dispatcher.ResponseData['body']

async function follow(
  address: string,
  network: FeedNetwork,
  options: { dispatcher: Dispatcher; signal: AbortSignal },
): Promise<Result<Body, FetchFeedFailure>> {
  let url = parse(address)
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!url) return fail({ code: 'bad-address' })
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // A numeric address is never looked up, so the guard of the lookup does not see it.
    if (isIP(host) && !network.isAllowed(host)) return fail({ code: 'inside', host })
    url.port = String(network.port)
    const { statusCode, headers, body } = await request(url, { ...options, headers: { accept: '*/*' } })
    if (statusCode === 200) return ok(body)
    body.destroy().on('error', () => {})
    const location = [headers.location].flat()[0]
    if (statusCode < 300 || statusCode > 399 || !location)
      return fail({ code: 'refused', status: statusCode })
    url.port = ''
    url = parse(location, url)
  }
  return fail({ code: 'too-many-redirects' })
}

function parse(address: string, base?: URL): URL | undefined {
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  return plain ? url : undefined
}

function createAgent({ lookup, isAllowed, ca }: FeedNetwork, onInside: (host: string) => void): Agent {
  const guarded: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const [first] = addresses
      // One address among several that is not allowed is enough: somebody means to have it tried.
      if (!first || addresses.some(({ address }) => !isAllowed(address))) {
        onInside(host)
        return done(new Error(`${host} is not on the internet`), [])
      }
      if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
  return new Agent({
    connect: { lookup: guarded, timeout: 10_000, ...(ca !== undefined && { ca }) },
    // Each redirect dials anew, and is looked at anew.
    pipelining: 0,
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
    maxHeaderSize: 16 * 1024,
  })
}

async function* limited(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const bytes of body) {
    size += bytes.length
    if (size > maxBytes) throw new RangeError('too large')
    yield bytes
  }
}

function failureOf(error: unknown): FetchFeedFailure {
  if (error instanceof RangeError) return { code: 'too-large' }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code: 'unreachable', reason: code || (error instanceof Error ? error.message : String(error)) }
}
