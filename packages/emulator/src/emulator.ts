import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { emulatorApi } from './emulator-api.ts'
import type { EmulatorOptions } from './emulator-options.ts'

export interface Emulator {
  fetch(request: Request): Response | Promise<Response>
}

/** Where `vite build` puts the page. */
export const builtPage = join(import.meta.dirname, '../dist/page')

/**
 * The emulator as a function from request to response: the page and what it asks its server.
 *
 * @example
 * const { fetch } = createEmulator({ app: 'http://127.0.0.1:5173', secret: 'test' })
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const frames = [options.app, options.feed, options.native?.origin]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).origin)
  const server = new Hono()
  server.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameSrc: frames,
        frameAncestors: ["'none'"],
      },
      // The frames are other sites: VK's page lets them in, and so does this one.
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: false,
      strictTransportSecurity: false,
    }),
  )
  server.route('/', emulatorApi(options))
  server.use(serveStatic({ root: options.page ?? builtPage }))
  return server
}
