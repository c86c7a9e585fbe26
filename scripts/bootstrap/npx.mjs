import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Sentence } from './sentence.mjs'

const thisMachine = { execPath: process.execPath, env: process.env, exists: existsSync }

/** A registry that does not answer is told about within seconds: npm's own default is over a minute. */
const quickToFail = {
  npm_config_fetch_retries: '2',
  npm_config_fetch_retry_mintimeout: '500',
  npm_config_fetch_retry_maxtimeout: '3000',
  npm_config_update_notifier: 'false',
  pnpm_config_fetch_retries: '2',
  pnpm_config_fetch_retry_mintimeout: '500',
  pnpm_config_fetch_retry_maxtimeout: '3000',
}

/**
 * Runs a command line with packages from the registry on its PATH; its output is kept for when it fails.
 * @param {string[]} packages
 * @param {string} command
 * @param {Record<string, string>} env
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNpx(packages, command, env) {
  const [program, ...first] = findNpx()
  const args = [...first, '--yes', ...packages.flatMap((name) => ['-p', name]), '-c', command]
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      env: { ...process.env, ...quickToFail, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', () => reject(new Sentence(noNpm)))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
    const stop = () => child.kill('SIGTERM')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
  })
}

const noNpm =
  'npx was not found: install Node together with npm from https://nodejs.org, then run this again.'

/**
 * npx as a program with its first arguments: npm's own script where it is, since Windows cannot spawn `npx.cmd`.
 * @param {{ execPath: string, env: Record<string, string | undefined>, exists: (path: string) => boolean }} machine
 * @returns {[string, ...string[]]}
 */
export function findNpx({ execPath, env, exists } = thisMachine) {
  const script = [
    ...(env.npm_execpath ? [dirname(env.npm_execpath)] : []),
    join(dirname(execPath), '../lib/node_modules/npm/bin'),
    join(dirname(execPath), 'node_modules/npm/bin'),
  ]
    .map((folder) => join(folder, 'npx-cli.js'))
    .find((file) => exists(file))
  if (script) return [execPath, script]
  const onPath = (env.PATH ?? '').split(delimiter).some((folder) => folder && exists(join(folder, 'npx')))
  if (!onPath) throw new Sentence(noNpm)
  return ['npx']
}
