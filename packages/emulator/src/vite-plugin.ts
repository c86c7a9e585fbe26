import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'
import { emulatorApi } from './emulator-api.ts'
import type { EmulatorOptions } from './emulator-options.ts'

/** Mounts the emulator's API into a vite server, so that the page is developed with the real one. */
export function emulatorPlugin(options: EmulatorOptions): Plugin {
  const listener = getRequestListener(emulatorApi(options).fetch)
  return {
    name: 'vitrina-emulator',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) void listener(request, response)
        else next()
      })
    },
  }
}
