import { connect, createServer, type Socket } from 'node:net'

/** What happens to one request on its way. Times are in milliseconds. */
export type Fault =
  | { kind: 'none' }
  | { kind: 'slow'; before: number; after: number }
  /** The connection is reset: the request never arrives, or its answer is lost. */
  | { kind: 'reset'; arrives: boolean }
  /** The answer ends after so many bytes. */
  | { kind: 'cut'; bytes: number }
  /** The request arrives twice at once, and the first answer is given. */
  | { kind: 'twice' }
  /** The request arrives, is answered, and arrives once more when newer ones have passed it. */
  | { kind: 'again'; after: number }
  /** Something on the way answers instead of the server, which may have been reached. */
  | { kind: 'status'; status: number; retryAfter?: number; arrives: boolean }
  /** Nobody answers at all. */
  | { kind: 'silence'; arrives: boolean }

export interface FaultProxy {
  url: string
  /** Where requests are sent on to: a port of this machine. */
  target: number
  close(): Promise<void>
}

/** A proxy of TCP connections on loopback; each carries one request, which is treated as `next` says. */
export async function startProxy(target: number, next: () => Fault): Promise<FaultProxy> {
  const sockets = new Set<Socket>()
  const timers = new Set<NodeJS.Timeout>()
  let closed = false

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        resolve()
      }, milliseconds)
      timers.add(timer)
    })

  function forward(request: Buffer): Promise<Buffer> {
    return new Promise((resolve) => {
      if (closed) return resolve(Buffer.alloc(0))
      const upstream = connect(proxy.target, '127.0.0.1')
      sockets.add(upstream)
      const chunks: Buffer[] = []
      upstream.on('data', (chunk) => chunks.push(chunk))
      upstream.on('error', () => {})
      upstream.on('close', () => {
        sockets.delete(upstream)
        resolve(Buffer.concat(chunks))
      })
      upstream.write(request)
    })
  }

  async function treat(client: Socket, request: Buffer): Promise<void> {
    const fault = next()
    switch (fault.kind) {
      case 'none':
        return void client.end(await forward(request))
      case 'slow': {
        await wait(fault.before)
        const answer = await forward(request)
        await wait(fault.after)
        return void client.end(answer)
      }
      case 'reset':
        if (fault.arrives) await forward(request)
        return void client.resetAndDestroy()
      case 'cut':
        return void client.end((await forward(request)).subarray(0, fault.bytes))
      case 'twice': {
        const both = [forward(request), forward(request)]
        return void client.end(await Promise.race(both))
      }
      case 'again':
        client.end(await forward(request))
        await wait(fault.after)
        return void (await forward(request))
      case 'status':
        if (fault.arrives) await forward(request)
        return void client.end(answerOf(fault))
      case 'silence':
        if (fault.arrives) await forward(request)
    }
  }

  const server = createServer((client) => {
    sockets.add(client)
    client.on('error', () => {})
    client.on('close', () => sockets.delete(client))
    let received = Buffer.alloc(0)
    const take = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const request = wholeRequest(received)
      if (!request) return
      client.off('data', take)
      void treat(client, request)
    }
    client.on('data', take)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    target,
    async close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}

/** The request when all of it is there, told to close its connection: so the end of the answer is seen. */
function wholeRequest(received: Buffer): Buffer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.subarray(0, end).toString('latin1')
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  if (received.length < end + 4 + length) return undefined
  const closing = `${head.replace(/\r\nconnection:[^\r]*/gi, '')}\r\nconnection: close\r\n\r\n`
  return Buffer.concat([Buffer.from(closing, 'latin1'), received.subarray(end + 4, end + 4 + length)])
}

/** What a gateway says: not our problem+json. */
function answerOf({ status, retryAfter }: Extract<Fault, { kind: 'status' }>): string {
  const body = `<h1>${status}</h1>`
  const after = retryAfter === undefined ? '' : `retry-after: ${retryAfter}\r\n`
  return (
    `HTTP/1.1 ${status} Faulty\r\ncontent-type: text/html\r\ncontent-length: ${body.length}\r\n` +
    `${after}connection: close\r\n\r\n${body}`
  )
}
