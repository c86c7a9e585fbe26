import { openConnection } from './raw-connection.ts'

export interface DriveOptions {
  /** Servers that connections are spread over in turn. */
  urls: readonly string[]
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
  urls,
  requests,
  connections = 64,
  milliseconds,
}: DriveOptions): Promise<DriveResult> {
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const bodies: string[] = []
  const started = performance.now()
  const end = started + (milliseconds ?? Number.POSITIVE_INFINITY)
  let next = 0
  const isOver = () => (milliseconds === undefined ? next >= requests.length : performance.now() > end)
  const work = async (_: unknown, place: number) => {
    const connection = openConnection(urls[place % urls.length] ?? '')
    while (!isOver()) {
      const index = next++
      const sentAt = performance.now()
      const answer = await connection.ask(requests[index % requests.length] as Buffer)
      times.push(performance.now() - sentAt)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      if (milliseconds === undefined) bodies[index] = answer.body()
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, work))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses, bodies }
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
