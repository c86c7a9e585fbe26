/** What `startServerProcess` starts. */
import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import { openDatabase, serve } from '../../packages/server/src/index.ts'
import { naiveShop } from './naive-shop.ts'
import { faultsConfig, faultsEnvironment } from './target.ts'

const { location, port } = JSON.parse(process.argv[2] ?? '{}')
const opened = await openDatabase(location)
if (!opened.ok) {
  console.error(JSON.stringify(opened.error))
  process.exit(1)
}
let faults = 0
const serving = await serve({
  environment: faultsEnvironment({ port }),
  config: faultsConfig,
  database: opened.value,
  onError(error) {
    faults += 1
    console.error(error)
  },
})
if (!serving.ok) {
  console.error(JSON.stringify(serving.error))
  process.exit(1)
}
const naive = createServer(naiveShop(opened.value)).listen(0, '127.0.0.1', () => {
  const address = naive.address()
  const naivePort = typeof address === 'object' && address ? address.port : 0
  // One that is killed has no time for that later.
  flushCompileCache()
  process.send?.({ url: serving.value.url, naive: `http://127.0.0.1:${naivePort}` })
})
process.on('message', () => {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  process.send?.({ bytes: process.memoryUsage.rss(), strangers: Object.keys(Object.prototype), faults })
})
process.once('SIGTERM', async () => {
  naive.close()
  naive.closeAllConnections()
  await serving.value.close()
  process.exit(0)
})
