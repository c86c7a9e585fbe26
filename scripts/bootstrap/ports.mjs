import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { Sentence } from './sentence.mjs'

/** What listens on the consecutive ports, in their order. */
export const listeners = ['the emulator', 'the server', 'the mini app', 'the feed', 'the mini app in a phone']

export const defaultPort = 4100

/**
 * The first of the consecutive ports: the value of `--port`, or 4100.
 * @param {string[]} args
 */
export function readPort(args) {
  const at = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='))
  if (at < 0) return defaultPort
  const [, inline] = (args[at] ?? '').split('=')
  const text = inline ?? args[at + 1] ?? ''
  const port = Number(text)
  const last = 65535 - listeners.length + 1
  if (!/^\d+$/.test(text) || port < 1 || port > last) {
    throw new Sentence(`--port takes a whole number from 1 to ${last}, not "${text}".`)
  }
  return port
}

/**
 * Rejects with a sentence that names the first taken port.
 * @param {number} first
 */
export async function checkPorts(first) {
  for (const [index, listener] of listeners.entries()) {
    const code = await probe(first + index)
    if (code === null) continue
    const instead = first === defaultPort ? 5100 : defaultPort
    throw new Sentence(
      code === 'EACCES'
        ? `Port ${first + index} (for ${listener}) is not allowed to this user; choose a higher one: npm start -- --port ${instead}.`
        : `Port ${first + index} (for ${listener}) is taken by another program; stop it, or choose others: npm start -- --port ${instead}.`,
    )
  }
}

/**
 * The first of consecutive ports that are all free. They lie below 32768, where systems begin to give ports to outgoing
 * connections: such a connection cannot take one of them between this look and the listening.
 */
export async function findFreePorts() {
  for (;;) {
    const first = randomInt(20_000, 32_768 - listeners.length)
    const isFree = await checkPorts(first).then(
      () => true,
      () => false,
    )
    if (isFree) return first
  }
}

/**
 * Null when a port is free on each address that the parts listen on, else the code of the error.
 * @param {number} port
 */
async function probe(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    const code = await listenOnce(port, host)
    if (code === 'EADDRINUSE' || code === 'EACCES') return code
  }
  return null
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>}
 */
function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}
