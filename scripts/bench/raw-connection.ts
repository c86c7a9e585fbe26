import { connect } from 'node:net'

export interface RawAnswer {
  status: string
  body(): string
}

export interface RawConnection {
  /** Sends a request as it goes over the wire; the next one has to wait for its answer. */
  ask(request: Buffer): Promise<RawAnswer>
  close(): void
}

/** A connection that costs as little as can be of its own. */
export function openConnection(url: string): RawConnection {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  let received: Buffer = Buffer.alloc(0)
  let answered = (_answer: RawAnswer) => {}
  let failed = (_reason: Error) => {}
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = parse(received)
    if (!answer) return
    received = Buffer.alloc(0)
    answered(answer)
  })
  socket.on('error', (error) => failed(error))
  socket.on('close', () => failed(new Error('The server closed the connection')))
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve
        failed = reject
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** A whole answer: with its length, or in chunks. */
function parse(received: Buffer): RawAnswer | undefined {
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
