import { createServer, type Server as HttpServer, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { ApiFailure } from './http/failures.ts'
import { problemOf, problemResponse } from './http/problem-response.ts'

export interface ListenerOptions {
  answer(request: Request, address: string | undefined): Response | Promise<Response>
  onError(error: unknown): void
}

const notHttp: ApiFailure = {
  code: 'invalid',
  issues: [{ path: '', message: 'Not a request as HTTP/1.1 has it' }],
}

/**
 * Node's HTTP in front of a server that is a function. What never becomes a request, because Node cannot read it or it
 * has no address, is answered with a problem like everything else.
 */
export function createListener({ answer, onError }: ListenerOptions): HttpServer {
  const answers = new WeakMap<Duplex, ServerResponse>()
  const handle = getRequestListener(
    (request, { incoming }) => answer(request, incoming.socket.remoteAddress),
    {
      errorHandler(error) {
        if (error instanceof RequestError) return problemResponse(notHttp)
        onError(error)
        return problemResponse({ code: 'unknown', reason: 'The server failed' })
      },
    },
  )
  const listener = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, requireHostHeader: false })
  const receive: typeof handle = (incoming, outgoing) => {
    if (incoming.socket && 'writableEnded' in outgoing)
      answers.set(incoming.socket, outgoing as ServerResponse)
    return handle(incoming, outgoing)
  }
  listener.on('request', receive)
  // An expectation that nobody here knows: not met, and no reason to refuse.
  listener.on('checkExpectation', receive)
  listener.on('connect', (_, socket) => refuse(socket, 400))
  listener.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Bytes after an answer that is under way would be taken for a part of it.
    const begun = answers.get(socket)
    if (error.code === 'ECONNRESET' || !socket.writable || (begun?.headersSent && !begun.writableFinished))
      return socket.destroy()
    refuse(socket, statuses[error.code ?? ''] ?? 400)
  })
  return listener
}

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function refuse(socket: Duplex, status: number): void {
  const body = JSON.stringify({ ...problemOf(notHttp), title: STATUS_CODES[status], status })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
