import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FetchFeedOptions, fetchFeed } from '../../src/feed/fetch-feed.ts'
import { isPublicAddress } from '../../src/feed/public-address.ts'
import { type FeedInternet, feedInternet, type Names } from './feed-internet.ts'
import { badAddresses, innerAddresses } from './inner-addresses.ts'

let folder = ''
let path = ''
let internet: FeedInternet | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-fetch-'))
  path = join(folder, 'feed')
})
afterEach(async () => {
  await internet?.close()
  internet = undefined
  await rm(folder, { recursive: true, force: true })
})

type Serve = (request: IncomingMessage, response: ServerResponse) => void

/** Here the loopback is the internet, and only 127.0.0.1 of it. */
async function fetched(
  address: string,
  serve: Serve,
  options: Partial<FetchFeedOptions> = {},
  names?: Names,
) {
  internet = await feedInternet(serve, names)
  const network = { ...internet, isAllowed: (one: string) => one === '127.0.0.1' }
  const result = await fetchFeed(address, { path, network, ...options })
  return result.ok ? { feed: await readFile(path, 'utf8') } : result.error
}

const redirect =
  (to: (path: string) => string | undefined): Serve =>
  ({ url = '' }, response) => {
    const location = to(url)
    if (location === undefined) return response.end('<feed/>')
    response.writeHead(302, { location }).end('moved')
  }

test('fetches a feed, and follows three redirects', async () => {
  const next: Record<string, string> = {
    '/1': '/2',
    '/2': 'https://shop.feeds.example/3',
    '/3': '//feeds.example/feed',
  }
  expect(
    await fetched(
      'https://feeds.example/1',
      redirect((url) => next[url]),
    ),
  ).toEqual({ feed: '<feed/>' })
})

test('follows no fourth', async () => {
  const circle = redirect((url) => `${url}x`)
  expect(await fetched('https://feeds.example/', circle)).toEqual({ code: 'too-many-redirects' })
  expect(internet?.connections()).toBe(4)
})

test.each(innerAddresses)('connects to nobody for %j', async (address) => {
  internet = await feedInternet((_, response) => response.end('secret'))
  const result = await fetchFeed(address, { path, network: internet })
  expect(result).toMatchObject({
    ok: false,
    error: { code: expect.stringMatching(/^(inside|bad-address)$/) },
  })
  expect(internet.connections()).toBe(0)
})

test.each(badAddresses)('does not try %j', async (address) => {
  const result = await fetched(address, (_, response) => response.end('secret'))
  expect(result).toEqual({ code: 'bad-address' })
  expect(internet?.connections()).toBe(0)
})

test.each([
  ['https://127.0.0.2/', { code: 'inside', host: '127.0.0.2' }],
  ['https://[::1]/', { code: 'inside', host: '::1' }],
  ['https://inside.feeds.example/', { code: 'inside', host: 'inside.feeds.example' }],
  ['http://feeds.example/', { code: 'bad-address' }],
  ['file:///etc/passwd', { code: 'bad-address' }],
  ['https://feeds.example:22/', { code: 'bad-address' }],
])('is not led by a redirect to %s', async (location, failure) => {
  const result = await fetched(
    'https://feeds.example/',
    redirect(() => location),
  )
  expect(result).toEqual(failure)
  expect(internet?.connections()).toBe(1)
})

test('is not led inside by a name that means something else a moment later', async () => {
  const answers = [['127.0.0.1'], ['10.0.0.1']]
  const circle = redirect((url) => (url === '/' ? '/secret' : undefined))
  const result = await fetched('https://feeds.example/', circle, {}, () => answers.shift() ?? [])
  expect(result).toEqual({ code: 'inside', host: 'feeds.example' })
  expect(internet?.connections()).toBe(1)
})

test('stops at a size, also of what does not say its size', async () => {
  const flood: Serve = (_, response) => {
    const write = () => {
      while (response.write(Buffer.alloc(64 * 1024)));
      response.once('drain', write)
    }
    write()
  }
  expect(await fetched('https://feeds.example/', flood, { maxBytes: 1_000_000 })).toEqual({
    code: 'too-large',
  })
})

test('stops at a time', async () => {
  const slow: Serve = (_, response) => void response.writeHead(200).write('<')
  expect(await fetched('https://feeds.example/', slow, { timeLimit: 200 })).toEqual({ code: 'timeout' })
  expect(await fetched('https://feeds.example/', () => {}, { timeLimit: 200 })).toEqual({ code: 'timeout' })
})

test('tells what the other side answered', async () => {
  const gone: Serve = (_, response) => void response.writeHead(404).end()
  expect(await fetched('https://feeds.example/', gone)).toEqual({ code: 'refused', status: 404 })
  const broken: Serve = (_, response) => void response.destroy()
  expect(await fetched('https://feeds.example/', broken)).toMatchObject({ code: 'unreachable' })
})

test('trusts no certificate of another name', async () => {
  const result = await fetched('https://elsewhere.example/', (_, response) => response.end())
  expect(result).toEqual({ code: 'unreachable', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

test.each(['93.184.215.14', '8.8.8.8', '2606:4700:4700::1111', '2a00:1450:4010:c0f::71'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
)
