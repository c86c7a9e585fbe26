import { parseArgs } from 'node:util'
import type { ServeOptions } from './serve.ts'

/** A command line read: what to serve, or one sentence about what is wrong with it. */
export type CommandLine = { options: ServeOptions } | { problem: string } | { help: true }

export const usage = `vitrina-emulator --app URL --secret SECRET [--app-id N] [--feed URL] [--port N] [--host NAME] [--native-port N]

  --app      address of the mini app, for example http://127.0.0.1:5173
  --secret   the app's secure key: launches are signed with it (or VITRINA_VK_SECRET)
  --app-id   the app's number, 7770000 by default
  --feed     address of the network's feed page; it gets the same launch
  --port     4100 by default
  --host     localhost by default
  --native-port  where the app is served with a phone's client around it, ten after --port by default`

export function readCommandLine(argv: string[], env: Record<string, string | undefined> = {}): CommandLine {
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({ args: argv, options: known, strict: true, allowPositionals: false }).values
  } catch (error) {
    return { problem: firstSentence(error) }
  }
  if (values.help === true) return { help: true }
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const app = text('app')
  const feed = text('feed')
  const secret = text('secret') ?? env.VITRINA_VK_SECRET
  const appId = text('app-id')
  const port = text('port')
  if (app === undefined) return { problem: 'Say where the mini app is: --app http://127.0.0.1:5173.' }
  if (!isWebAddress(app)) return { problem: `--app is not a web address: ${app}.` }
  if (feed !== undefined && !isWebAddress(feed)) return { problem: `--feed is not a web address: ${feed}.` }
  if (!secret) return { problem: 'Say what to sign launches with: --secret, the secure key of the app.' }
  if (appId !== undefined && !/^[1-9]\d{0,14}$/.test(appId))
    return { problem: `--app-id is not a number: ${appId}.` }
  if (port !== undefined && !isPort(port)) {
    return { problem: `--port is not a number from 0 to 65535: ${port}.` }
  }
  const host = text('host')
  const nativePort = text('native-port')
  if (nativePort !== undefined && !isPort(nativePort)) {
    return { problem: `--native-port is not a number from 0 to 65535: ${nativePort}.` }
  }
  return {
    options: {
      app,
      secret,
      ...(feed && { feed }),
      ...(appId && { appId }),
      ...(port && { port: Number(port) }),
      ...(host && { host }),
      ...(nativePort && { nativePort: Number(nativePort) }),
    },
  }
}

const known = {
  app: { type: 'string' },
  secret: { type: 'string' },
  'app-id': { type: 'string' },
  feed: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'native-port': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '')
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return `${message.split(/\.\s|\n/)[0]?.replace(/\.$/, '')}.`
}
