import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../bootstrap/prepare.mjs'
import { Sentence } from '../bootstrap/sentence.mjs'
import type { Addresses } from './addresses.ts'

export interface ServerProcess {
  /** Resolves with its last words if it ends by itself. */
  failed: Promise<string>
  close(): Promise<void>
}

export interface ServerProcessOptions {
  addresses: Addresses
  /** Folder of the data base. */
  data: string
  secret: string
  appId: string
}

/** Starts the merchant's server, as its own command would be, and waits until it sells something. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const child = spawnServer(options)
  let words = ''
  const keep = (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-4000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const failed = ended.then(() => `${words.trim()}\nThe server ended by itself; its last words are above.`)
  const close = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 5000)
    await ended
    clearTimeout(late)
  }
  const answered = await Promise.race([untilReady(options.addresses), failed])
  if (answered !== true) {
    await close()
    throw new Sentence(answered)
  }
  return { failed, close }
}

function spawnServer({ addresses, data, secret, appId }: ServerProcessOptions): ChildProcess {
  const command = [
    'serve',
    '--config',
    'examples/merchant/vitrina.config.ts',
    '--import',
    'examples/merchant/feed.xml',
  ]
  const args = [
    // As this process was told to compile: a test never lives to see slow and thorough pay.
    ...process.execArgv.filter((flag) => flag === '--liftoff-only'),
    '--import',
    './scripts/bootstrap/end-with-parent.mjs',
    'packages/server/src/cli.ts',
    ...command,
  ]
  const { hostname, port, origin } = new URL(addresses.server)
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Out of reach of the terminal's Ctrl+C: it is ended by `close`, after nobody needs it any more.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      // A desk, whatever the shell says: in production the server would ask for secrets.
      NODE_ENV: 'development',
      HOST: hostname,
      PORT: port,
      VITRINA_PUBLIC_URL: origin,
      VITRINA_ORIGINS: [addresses.app, addresses.feed, addresses.native]
        .map((url) => new URL(url).origin)
        .join(','),
      VITRINA_DATA: data,
      VITRINA_VK_SECRET: secret,
      VITRINA_VK_APP_ID: appId,
    },
  })
}

/** Polls until the catalogue is there; gives up by saying so after two minutes. */
async function untilReady(addresses: Addresses): Promise<true | string> {
  const last = Date.now() + 120_000
  while (Date.now() < last) {
    const answer = await fetch(`${addresses.server}/v1/shops/lavka/products?limit=1`).catch(() => null)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return 'The server did not answer within two minutes.'
}
