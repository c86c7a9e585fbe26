import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** The merchant's pictures: only pictures, only below the folder, and an SVG that is opened by itself runs nothing. */
export function pictureRoutes(folder: string): Hono {
  const app = new Hono()
  app.get('/:path{.+}', async (c) => {
    const found = await findPicture(folder, c.req.param('path'))
    if (!found) return c.notFound()
    const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
    const headers = {
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      etag,
    }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    const body = Readable.toWeb(createReadStream(found.path)) as ReadableStream
    return c.body(body, 200, {
      ...headers,
      'content-type': found.type,
      'content-length': String(found.size),
    })
  })
  return app
}

async function findPicture(folder: string, path: string) {
  const type = types[extname(path).toLowerCase()]
  if (!type || !path.split('/').every((name) => /^[\p{L}\p{N}_][\p{L}\p{N}_. ()-]*$/u.test(name))) return
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    const info = await stat(file)
    if (!file.startsWith(root + sep) || !info.isFile()) return
    return { path: file, type, size: info.size, mtimeMs: info.mtimeMs }
  } catch {
    return undefined
  }
}
