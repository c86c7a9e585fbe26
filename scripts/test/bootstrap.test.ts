import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { explain } from '../bootstrap/explain.mjs'
import { findNpx } from '../bootstrap/npx.mjs'
import { readPort } from '../bootstrap/ports.mjs'
import { fits } from '../bootstrap/prepare.mjs'
import { runChild } from '../bootstrap/run-child.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('names the scripts that there are when asked for another one', async () => {
  const { code, errors } = await run(root, ['strat'])
  expect(code).toBe(1)
  expect(errors).toMatch(/^There is no script "strat", only start, test, build, .*\.\n$/)
})

test('tells an old Node what it needs', async () => {
  const pretend = "Object.defineProperty(process, 'versions', { value: { node: '16.20.2' } })"
  const { code, errors } = await run(root, ['start'], {}, ['--import', `data:text/javascript,${pretend}`])
  expect(code).toBe(1)
  expect(errors).toMatch(/^Vitrina needs Node 18 or newer, and this is Node 16\.20\.2: .*\n$/)
})

test.each(['abc', '0', '-1', '65533', '1e3', ''])(
  'refuses --port %j before anything is installed',
  async (port) => {
    const { code, errors } = await run(root, ['start', '--port', port])
    expect(code).toBe(1)
    expect(errors).toBe(`--port takes a whole number from 1 to 65531, not "${port}".\n`)
  },
)

test('reads the port in both ways of writing', () => {
  expect(readPort([])).toBe(4100)
  expect(readPort(['--port', '5100'])).toBe(5100)
  expect(readPort(['--port=5200'])).toBe(5200)
})

test('names the port that is taken and what it is for', async () => {
  const taken = await listen()
  const { code, errors } = await run(root, ['start', '--port', String(taken - 1)])
  expect(code).toBe(1)
  expect(errors).toMatch(/^Port \d+ \(for the (emulator|server)\) is taken by another program; .*\n$/)
})

test('says in one sentence that the registry cannot be reached', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bootstrap-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'scripts/run.mjs',
    'scripts/bootstrap',
  ]) {
    await cp(join(root, name), join(folder, name), { recursive: true })
  }
  const { code, errors } = await run(folder, ['build'], {
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(folder, 'cache'),
    npm_execpath: undefined,
  })
  expect(code).toBe(1)
  expect(errors.trim().split('\n').at(-1)).toMatch(
    /^The npm registry http:\/\/127\.0\.0\.1:9 cannot be reached \(ECONNREFUSED\); check the network/,
  )
  expect(errors.trim().split('\n')).toHaveLength(2)
}, 60_000)

test('shows the end of what npm said when the reason is not known', () => {
  const noise = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n')
  const text = explain(noise)
  expect(text).toContain('line 99')
  expect(text).not.toContain('line 79\n')
  expect(text).toMatch(/Setting up failed; above is the end of what npm and pnpm said\.$/)
})

test('says that the disk is full', () => {
  expect(explain('npm error code ENOSPC\nnpm error nospc')).toMatch(/^The disk is full/)
})

test('says that npm is missing, and finds it where it is', () => {
  const machine = (...files: string[]) => ({
    execPath: '/opt/node/bin/node',
    env: { PATH: '/usr/bin' },
    exists: (path: string) => files.includes(path),
  })
  expect(() => findNpx(machine())).toThrow(/^npx was not found: install Node together with npm/)
  expect(findNpx(machine('/usr/bin/npx'))).toEqual(['npx'])
  const script = '/opt/node/lib/node_modules/npm/bin/npx-cli.js'
  expect(findNpx(machine(script))).toEqual(['/opt/node/bin/node', script])
})

test('takes the Node of the machine only where that runs TypeScript', () => {
  const fitting = ['22.19.0', '22.30.1', '23.6.0', '24.0.0', '26.1.0']
  const old = ['18.20.0', '20.20.2', '22.18.0', '23.5.0']
  expect(fitting.filter(fits)).toEqual(fitting)
  expect(old.filter(fits)).toEqual([])
})

async function run(
  folder: string,
  args: string[],
  env: Record<string, string | undefined> = {},
  flags: string[] = [],
) {
  const child = spawn(process.execPath, [...flags, 'scripts/run.mjs', ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, errors }
}

async function listen(): Promise<number> {
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('what a script starts finds the Node that was set up, whichever the shell has by now', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-node-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'node'), '#!/bin/sh\nexit 7\n', { mode: 0o755 })
  vi.stubEnv('PATH', [folder, process.env.PATH].join(delimiter))
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const asks = "process.exit(require('node:child_process').spawnSync('node', ['--version']).status)"
  expect(await runChild({ node: process.execPath, bin: join(folder, 'pnpm') }, ['-e', asks])).toBe(0)
})
