import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkPorts, findFreePorts } from '../bootstrap/ports.mjs'
import { addressesFrom } from '../stack/addresses.ts'
import { rootFolder } from '../workspace.ts'

let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'vitrina-start-'))
})

afterAll(() => rm(data, { recursive: true, force: true }))

test('starts everything, says so in one line, and leaves nothing behind on Ctrl+C', async () => {
  const port = await findFreePorts()
  const running = start(port)
  await running.ready
  expect(running.output()).toBe(`Vitrina is ready: http://localhost:${port}\n`)
  const { emulator, server, app, feed, native } = addressesFrom(port)
  for (const address of [emulator, app, feed, native, `${server}/v1/shops/lavka/categories`]) {
    expect((await fetch(address)).status, address).toBe(200)
  }
  // As a terminal does it: to every process of the group at once.
  process.kill(-(running.child.pid ?? 0), 'SIGINT')
  expect(await running.ended).toBe(0)
  expect(running.errors()).toBe('')
  await checkPorts(port)
})

test('a second one on the same data is refused in a sentence, and takes nothing from the first', async () => {
  const first = start(await findFreePorts())
  await first.ready
  const second = start(await findFreePorts())
  expect(await second.ended).toBe(1)
  expect(second.errors()).toContain(data)
  expect(second.errors()).not.toMatch(/^\s+at /m)
  expect(second.output()).toBe('')
  expect(first.child.exitCode).toBeNull()
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('leaves nothing behind when it is killed', async () => {
  const port = await findFreePorts()
  const running = start(port)
  await running.ready
  running.child.kill('SIGKILL')
  await running.ended
  await expect.poll(() => checkPorts(port).then(() => 'free', String), { timeout: 10_000 }).toBe('free')
})

interface Running {
  child: ChildProcess
  /** Resolves with the first line of output, rejects when there is none. */
  ready: Promise<void>
  ended: Promise<number | null>
  output(): string
  errors(): string
}

function start(port: number): Running {
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'start', '--port', String(port), '--data', data],
    {
      cwd: rootFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  )
  onTestFinished(() => void child.kill('SIGTERM'))
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.includes('\n')) resolve()
    })
    void ended.then(() => reject(new Error(`It ended before it was ready:\n${errors}`)))
  })
  ready.catch(() => {})
  return { child, ready, ended, output: () => output, errors: () => errors }
}
