import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { builtPage, createEmulator } from './emulator.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { type NativeProxy, startNativeProxy } from './native/native-proxy.ts'

export interface ServeOptions extends EmulatorOptions {
  /** 0 takes any free one. */
  port?: number
  /** `localhost` by default: it signs launches, so it is not for strangers. */
  host?: string
  /** Where the app is served with a phone's client around it; ten after `port` by default, 0 takes any free one. */
  nativePort?: number
}

export interface RunningEmulator {
  url: string
  /** The origin that the app has when a phone's client is played: let it in where the app's own is let in. */
  native: string
  close(): Promise<void>
}

/** Serves the emulator until it is closed. Rejects when a port is taken or the page was never built. */
export async function serve({
  port = 4100,
  host = 'localhost',
  nativePort = nativePortBeside(port),
  ...options
}: ServeOptions): Promise<RunningEmulator> {
  const page = options.page ?? builtPage
  if (!existsSync(join(page, 'index.html'))) {
    throw new Error('The page of the emulator is not built: run `npm run build` first.')
  }
  const native = await openNative(options.app, nativePort)
  return new Promise((resolve, reject) => {
    const { fetch } = createEmulator({ ...options, native })
    const server = listen({ fetch, port, hostname: host }, (info: AddressInfo) =>
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`,
        native: native.origin,
        close: async () => void (await Promise.all([end(server), native.close()])),
      }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => {
      void native.close()
      reject(explain(error, port, host, '--port'))
    })
  })
}

/** Where the app is served for phones when nothing else is said. */
export function nativePortBeside(port: number): number {
  return port === 0 || port > 65_525 ? 0 : port + 10
}

export async function openNative(app: string, port: number): Promise<NativeProxy> {
  try {
    return await startNativeProxy({ app, port })
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, port, '127.0.0.1', '--native-port')
  }
}

/** Pages keep their connections open; they are not waited for. */
function end(server: ServerType): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

function explain(error: NodeJS.ErrnoException, port: number, host: string, option: string): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is taken: choose another with ${option}.`)
  if (error.code === 'EACCES')
    return new Error(`Port ${port} needs rights that you do not have: choose another with ${option}.`)
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
    return new Error(`This machine is not called ${host}: choose another --host.`)
  }
  return error
}
