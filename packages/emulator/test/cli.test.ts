import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readCommandLine } from '../src/cli-options.ts'

const app = ['--app', 'http://127.0.0.1:5173']
const secret = ['--secret', 's']

test('reads a whole command line', () => {
  const line = [
    ...app,
    ...secret,
    '--app-id',
    '42',
    '--feed',
    'http://localhost:1/',
    '--port',
    '0',
    '--host',
    '::1',
  ]
  expect(readCommandLine(line)).toEqual({
    options: {
      app: 'http://127.0.0.1:5173',
      secret: 's',
      appId: '42',
      feed: 'http://localhost:1/',
      port: 0,
      host: '::1',
    },
  })
  expect(readCommandLine(app, { VITRINA_VK_SECRET: 'of the environment' })).toEqual({
    options: { app: 'http://127.0.0.1:5173', secret: 'of the environment' },
  })
  expect(readCommandLine(['--help'])).toEqual({ help: true })
})

test.each([
  [[], 'where the mini app is'],
  [['--app', 'localhost', ...secret], '--app is not a web address: localhost'],
  [['--app', 'ftp://x', ...secret], '--app is not a web address'],
  [app, '--secret'],
  [[...app, '--secret', ''], '--secret'],
  [[...app, ...secret, '--feed', '/feed'], '--feed is not a web address'],
  [[...app, ...secret, '--app-id', 'x'], '--app-id is not a number: x'],
  [[...app, ...secret, '--port', '70000'], '--port is not a number from 0 to 65535: 70000'],
  [[...app, ...secret, '--port', '-1'], '--port'],
  [[...app, ...secret, '--wrong'], "Unknown option '--wrong'"],
  [[...app, ...secret, 'more'], "Unexpected argument 'more'"],
  [['--app'], "Option '--app <value>' argument missing"],
])('answers %j with one sentence', (argv, sentence) => {
  const line = readCommandLine(argv)
  const problem = 'problem' in line ? line.problem : ''
  expect(problem).toContain(sentence)
  expect(problem).toMatch(/^[^\n]+\.$/)
})

test('the command ends with the sentence and an exit code', () => {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  const run = spawnSync(process.execPath, [cli, '--app', 'nowhere'], { encoding: 'utf8' })
  expect(run.stderr).toBe('--app is not a web address: nowhere.\n')
  expect(run.status).toBe(1)
  const help = spawnSync(process.execPath, [cli, '--help'], { encoding: 'utf8' })
  expect(help.stdout).toContain('vitrina-emulator --app URL')
  expect(help.status).toBe(0)
})
