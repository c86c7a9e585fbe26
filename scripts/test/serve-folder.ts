import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Listening, listen } from '../listen.ts'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** Serves the files of a folder; port 0 takes a free one. */
export async function serveFolder(folder: string, port = 0): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    const body = await readFile(file).catch(() => null)
    const packed = body && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    response.writeHead(body ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...(packed && { 'content-encoding': 'gzip' }),
    })
    response.end(packed ? gzipSync(body) : body)
  })
  const { url, close } = await listen(server, port)
  return { url: `${url}/`, close }
}
