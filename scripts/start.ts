/** Starts the network on a desk and runs until Ctrl+C: `npm start -- --port 5100 --data .data`. */
import { parseArgs } from 'node:util'
import { checkPorts, defaultPort, readPort } from './bootstrap/ports.mjs'
import { Sentence } from './bootstrap/sentence.mjs'
import { startStack } from './stack.ts'

const help = `npm start -- [--port N] [--data FOLDER]
  --port N       first of the consecutive ports: the emulator, the server, the mini app, the feed,
                 the mini app in a phone (${defaultPort})
  --data FOLDER  where the data base is kept (.data); remove it to begin anew`

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: '.data' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(help)
  const port = readPort(process.argv.slice(2))
  await checkPorts(port)
  const stack = await startStack({ port, data: values.data })
  console.log(`Vitrina is ready: ${stack.urls.emulator}`)
  const words = await Promise.race([stack.failed, untilStopped()])
  await stack.close()
  if (words !== null) throw new Sentence(words)
}

/** Ctrl+C may arrive twice, from the terminal and from npm; the second one changes nothing. */
function untilStopped(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Vite listens too, and would end the process before the server has closed its data base.
      process.removeAllListeners(signal)
      process.on(signal, () => resolve(null))
    }
  })
}

try {
  await start()
  process.exit(0)
} catch (error) {
  const known =
    error instanceof Sentence || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
  console.error(known ? (error as Error).message : error)
  process.exit(1)
}
