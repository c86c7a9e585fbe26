import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { nativePortBeside, openNative, type RunningEmulator, type ServeOptions } from './serve.ts'
import { emulatorPlugin } from './vite-plugin.ts'

/** The same as `serve`, from the sources: for the workspace, where nothing is built. */
export async function emulatorDevServer({
  port = 4100,
  host = 'localhost',
  nativePort = nativePortBeside(port),
  ...options
}: ServeOptions): Promise<RunningEmulator> {
  const native = await openNative(options.app, nativePort)
  const server = await createServer({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    server: { port, host, strictPort: true },
    plugins: [emulatorPlugin({ ...options, native })],
  })
  const close = async () => void (await Promise.all([server.close(), native.close()]))
  try {
    await server.listen()
  } catch (error) {
    await close()
    throw error
  }
  const address = server.httpServer?.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://${host}:${bound}`, native: native.origin, close }
}
