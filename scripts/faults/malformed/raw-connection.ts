import { connect, type Socket } from 'node:net'

/** A request as it is to be sent, right or wrong. */
export interface RawRequest {
  method: string
  /** What stands behind the method; each character is a byte. */
  target: string
  /** Each character is a byte. */
  headers: [name: string, value: string][]
  body: Uint8Array
  framing: Framing
}

/** How the body's end is told; the last three are lies. */
export type Framing = 'length' | 'chunks' | 'too-short' | 'too-long' | 'both'

export interface RawAnswer {
  /** 0: the connection ended without a whole answer. */
  status: number
  type: string
  body: string
  milliseconds: number
}

/** One connection after another, for one request at a time: nothing on the way repairs or refuses anything. */
export interface RawConnection {
  send(request: RawRequest): Promise<RawAnswer>
  close(): void
}

/** Longer than this nobody waits for an answer. */
const patience = 10_000

export function rawConnection(port: number): RawConnection {
  let socket: Socket | undefined
  return {
    async send(request) {
      const bytes = bytesOf(request)
      const honest = request.framing === 'length' || request.framing === 'chunks'
      const used = socket
      let sent = await exchange(used ?? connect(port, '127.0.0.1'), bytes, request)
      // A server may close a connection that it kept, at the moment when it is used again.
      if (used && sent.answer.status === 0) sent = await exchange(connect(port, '127.0.0.1'), bytes, request)
      socket = honest && sent.kept ? sent.socket : undefined
      if (!socket) sent.socket.destroy()
      return sent.answer
    },
    close: () => socket?.destroy(),
  }
}

function exchange(socket: Socket, bytes: Buffer, { method, framing }: RawRequest) {
  const started = performance.now()
  return new Promise<{ answer: RawAnswer; kept: boolean; socket: Socket }>((resolve) => {
    let received = Buffer.alloc(0)
    const finish = (found: Parsed | undefined) => {
      clearTimeout(timer)
      socket.removeAllListeners()
      socket.on('error', () => {})
      const { status = 0, type = '', body = '', kept = false } = found ?? {}
      resolve({
        answer: { status, type, body, milliseconds: performance.now() - started },
        kept: kept && !socket.destroyed,
        socket,
      })
    }
    const timer = setTimeout(() => finish(undefined), patience)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      const found = parse(received, method, false)
      if (found) finish(found)
    })
    socket.on('error', () => {})
    socket.on('close', () => finish(parse(received, method, true)))
    socket.write(bytes)
    // Whoever promised more goes away.
    if (framing === 'too-long') socket.end()
  })
}

function bytesOf({ method, target, headers, body, framing }: RawRequest): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  const length = (size: number) => `content-length: ${size}\r\n`
  if (framing === 'length' && body.length > 0) lines.push(length(body.length))
  if (framing === 'too-long') lines.push(length(body.length + 10))
  if (framing === 'too-short') lines.push(length(Math.floor(body.length / 2)))
  if (framing === 'both') lines.push(length(body.length))
  const chunked = framing === 'chunks' || framing === 'both'
  if (chunked) lines.push('transfer-encoding: chunked\r\n')
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  return Buffer.concat([head, chunked ? inChunks(body) : body])
}

function inChunks(body: Uint8Array): Buffer {
  const middle = Math.ceil(body.length / 2)
  const parts = [body.subarray(0, middle), body.subarray(middle)].filter(({ length }) => length > 0)
  const chunks = parts.flatMap((part) => [
    Buffer.from(`${part.length.toString(16)}\r\n`),
    part,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')])
}

interface Parsed {
  status: number
  type: string
  body: string
  kept: boolean
}

function parse(received: Buffer, method: string, closed: boolean): Parsed | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const interim = status === 100 || status === 102 || status === 103
  if (interim) return parse(received.subarray(end + 4), method, closed)
  const header = (name: string) => new RegExp(`\\r\\n${name}: ?([^\\r]*)`, 'i').exec(head)?.[1]
  const kept = header('connection')?.toLowerCase() !== 'close'
  const known = { status, type: header('content-type') ?? '', kept }
  if (method === 'HEAD' || status === 204 || status === 304) return { ...known, body: '' }
  const rest = received.subarray(end + 4)
  const length = header('content-length')
  if (length !== undefined) {
    return rest.length >= Number(length)
      ? { ...known, body: rest.toString('utf8', 0, Number(length)) }
      : undefined
  }
  if (header('transfer-encoding') === undefined)
    return closed ? { ...known, body: rest.toString() } : undefined
  if (rest.indexOf('0\r\n\r\n', Math.max(0, rest.length - 5)) < 0) return undefined
  return { ...known, body: rest.toString().replace(/(^|\r\n)[0-9a-f]+\r\n/g, '') }
}
