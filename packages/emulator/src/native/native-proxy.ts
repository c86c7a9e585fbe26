import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
  type Server,
  type ServerResponse,
} from 'node:http'
import { request as requestHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Duplex, Readable } from 'node:stream'
import type { Speed } from '../network/speed.ts'
import { bridgeScript } from './bridge-script.ts'
import { injectScript, scriptPath } from './inject-script.ts'
import { createSlowLine, type SlowLine } from './slow-line.ts'
import { speedScript } from './speed-script.ts'

export interface NativeProxy {
  origin: string
  /** From now on, for everybody who opens the app here: there is one line. */
  setSpeed(speed: Speed): void
  close(): Promise<void>
}

export interface NativeProxyOptions {
  /** The mini app, whatever serves it. */
  app: string
  /** 0 takes any free one. */
  port: number
}

/**
 * Serves the mini app once more, on an address of its own, with the bridge of a phone's client in each page: a page
 * of another site cannot be given a window's properties in another way. Sockets pass too, so a dev server reloads as
 * it does without the proxy. It listens on 127.0.0.1 alone.
 */
export function startNativeProxy({ app, port }: NativeProxyOptions): Promise<NativeProxy> {
  const upstream = new URL(app)
  const bridge = bridgeScript()
  const line = createSlowLine()
  const server = createServer((incoming, outgoing) => {
    if (!isOwn(incoming, server)) return end(outgoing, 403, 'The proxy answers to its own address only.')
    if (line.speed === 'offline') return void incoming.destroy()
    if (incoming.url === scriptPath)
      return end(outgoing, 200, speedScript(line.speed) + bridge, 'text/javascript')
    pass(incoming, outgoing, upstream, originOf(server), line)
  })
  server.on('upgrade', (incoming, socket, head) => {
    if (isOwn(incoming, server)) passSocket(incoming, socket, head, upstream, originOf(server))
    else socket.destroy()
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve({
        origin: originOf(server),
        setSpeed(speed) {
          line.speed = speed
        },
        close: () => close(server),
      }),
    )
  })
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  upstream: URL,
  own: string,
  line: SlowLine,
): void {
  const asked = ask(incoming, upstream, own)
  asked.on('response', (answer) => {
    const { statusCode = 502 } = answer
    const headers = answerHeaders(answer.headers, upstream, own)
    if (!/^text\/html/i.test(headers['content-type'] ?? '') || headers['content-encoding'] !== undefined) {
      outgoing.writeHead(statusCode, headers)
      answer.pipe(line.slowed()).pipe(outgoing)
      return
    }
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('end', () => {
      const { 'content-length': _length, etag: _tag, ...rest } = headers
      outgoing.writeHead(statusCode, rest)
      const html = Buffer.concat(chunks)
      if (html.length === 0) return outgoing.end()
      Readable.from([injectScript(html, policyOf(headers))])
        .pipe(line.slowed())
        .pipe(outgoing)
    })
  })
  asked.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy()
    else end(outgoing, 502, `The mini app does not answer at ${upstream.origin}.`)
  })
  outgoing.on('close', () => asked.destroy())
  incoming.pipe(asked)
}

function passSocket(
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  upstream: URL,
  own: string,
): void {
  const asked = ask(incoming, upstream, own)
  asked.on('upgrade', (answer, other, rest) => {
    const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`)
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
    if (rest.length > 0) socket.write(rest)
    if (head.length > 0) other.write(head)
    for (const each of [socket, other]) each.on('error', () => undefined)
    other.pipe(socket).pipe(other)
  })
  asked.on('response', () => socket.destroy())
  asked.on('error', () => socket.destroy())
  socket.on('error', () => asked.destroy())
  asked.end()
}

/** The same request, as if the app had been asked without the proxy. */
function ask(incoming: IncomingMessage, upstream: URL, own: string) {
  const secure = upstream.protocol === 'https:'
  const headers: IncomingHttpHeaders = { ...incoming.headers, host: upstream.host }
  // A page has to be readable here, and on one machine nothing is won by packing.
  headers['accept-encoding'] = 'identity'
  for (const name of ['origin', 'referer'] as const) {
    const value = headers[name]
    if (value?.startsWith(own)) headers[name] = upstream.origin + value.slice(own.length)
  }
  return (secure ? requestHttps : requestHttp)({
    host: upstream.hostname.replace(/^\[|\]$/g, ''),
    port: upstream.port || (secure ? 443 : 80),
    method: incoming.method,
    path: incoming.url,
    headers,
    // Certificates of a developer's own machine are signed by nobody.
    rejectUnauthorized: !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(upstream.hostname),
  })
}

function answerHeaders(headers: IncomingHttpHeaders, upstream: URL, own: string): IncomingHttpHeaders {
  const kept: IncomingHttpHeaders = { ...headers }
  for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'strict-transport-security']) {
    delete kept[name]
  }
  if (kept.location?.startsWith(upstream.origin)) {
    kept.location = own + kept.location.slice(upstream.origin.length)
  }
  return kept
}

function policyOf({ 'content-security-policy': policy }: IncomingHttpHeaders): string {
  return Array.isArray(policy) ? policy.join(', ') : (policy ?? '')
}

/** A page of another name that resolves to this machine has nothing to ask here. */
function isOwn({ headers }: IncomingMessage, server: Server): boolean {
  const { port } = server.address() as AddressInfo
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function end(outgoing: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  outgoing.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  outgoing.end(text)
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}
