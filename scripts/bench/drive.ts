import { connect, type Socket } from 'node:net'

export interface DriveOptions {
  url: string
  /** Each is sent once; the next one on a connection waits for the answer to the one before. */
  requests: readonly Buffer[]
  connections?: number
  /** Begin again from the first until so many milliseconds have passed. */
  milliseconds?: number
}

export interface DriveResult {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  statuses: Record<string, number>
  /** Of each request that was sent, in the order of `requests`; only kept where each is sent once. */
  bodies: string[]
}

/** Sends requests over many connections as fast as they are answered, and as little as can be of its own. */
export async function drive({
  url,
  requests,
  connections = 64,
  milliseconds,
}: DriveOptions): Promise<DriveResult> {
  const { hostname, port } = new URL(url)
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const bodies: string[] = []
  const started = performance.now()
  const end = started + (milliseconds ?? Number.POSITIVE_INFINITY)
  let next = 0
  const take = () => {
    if (milliseconds === undefined ? next >= requests.length : performance.now() > end) return undefined
    const index = next++
    return { index, request: requests[index % requests.length] as Buffer }
  }
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const first = take()
      if (!first) return resolve()
      const socket: Socket = connect(Number(port), hostname)
      socket.setNoDelay(true)
      let current = first
      let sentAt = 0
      let received: Buffer = Buffer.alloc(0)
      const send = () => {
        sentAt = performance.now()
        socket.write(current.request)
      }
      socket.once('connect', send)
      socket.once('error', reject)
      socket.on('data', (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
        const answer = parse(received)
        if (!answer) return
        times.push(performance.now() - sentAt)
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        if (milliseconds === undefined) bodies[current.index] = answer.body()
        received = Buffer.alloc(0)
        const following = take()
        if (!following) {
          socket.destroy()
          return resolve()
        }
        current = following
        send()
      })
    })
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses, bodies }
}

/** A whole answer: with its length, or in chunks. */
function parse(received: Buffer): { status: string; body(): string } | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const status = head.slice(9, 12)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) {
    if (received.length < end + 4 + Number(length)) return undefined
    return { status, body: () => received.toString('utf8', end + 4) }
  }
  if (received.indexOf('0\r\n\r\n', received.length - 5) < 0) return undefined
  return { status, body: () => received.toString('utf8', end + 4).replace(/(^|\r\n)[0-9a-f]+\r\n/g, '') }
}

/** A request as it goes over the wire. */
export function rawRequest(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const text = body === undefined ? '' : JSON.stringify(body)
  const all = {
    host: 'localhost',
    ...(text && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
}
