/** Builds the packages and checks what would be published. */
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { packPackage } from '../build/pack.ts'
import { buildPackage } from '../build/package.ts'
import { runCommand } from '../command.ts'
import { type Package, packages } from '../workspace.ts'
import { listResult, type StepResult } from './step.ts'

export async function checkShape(): Promise<StepResult> {
  const all = packages()
  const problems: string[] = []
  for (const one of all) {
    await buildPackage(one)
    const found = [
      ...(await publintProblems(one)),
      ...(await fileProblems(one)),
      ...(await commandProblems(one)),
    ]
    if (found.length > 0) problems.push(`${one.manifest.name}: ${found.join('; ')}`)
  }
  return listResult(`${all.length} packages built and fit to publish`, all.length, problems)
}

/** What publint says about the unpacked tarball: there `exports` point at `dist`. */
async function publintProblems(one: Package): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-shape-'))
  try {
    const tarball = await packPackage(one, folder)
    await runCommand('tar', ['-xzf', tarball, '-C', folder])
    const { messages, pkg } = await publint({
      pkgDir: join(folder, 'package'),
      pack: false,
      level: 'warning',
    })
    return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every file that the published package.json names is there, and a README with it. */
async function fileProblems({ folder, manifest }: Package): Promise<string[]> {
  const { exports, bin = {} } = manifest.publishConfig
  const problems: string[] = []
  for (const subpath of new Set([...Object.keys(exports), ...Object.keys(manifest.exports)])) {
    if (!exports[subpath] || !manifest.exports[subpath])
      problems.push(`${subpath} is not exported from both src and dist`)
  }
  const named = Object.values(exports).flatMap(({ types, default: code }) => [types, code])
  for (const file of ['README.md', ...named, ...Object.values(bin)]) {
    if (!(await there(join(folder, file)))) problems.push(`${file} is missing`)
  }
  return problems
}

/** A published command has a shebang, may be executed, and explains itself. */
async function commandProblems({ folder, manifest }: Package): Promise<string[]> {
  const problems: string[] = []
  for (const [name, file] of Object.entries(manifest.publishConfig.bin ?? {})) {
    const path = join(folder, file)
    const text = await readFile(path, 'utf8').catch(() => '')
    if (!text.startsWith('#!/usr/bin/env node\n')) problems.push(`${file} does not begin with a shebang`)
    if (!(await there(path, constants.X_OK))) problems.push(`${file} may not be executed`)
    const { code, output } = await runCommand(process.execPath, [path, '--help'])
    if (code !== 0 || !output.includes(name)) problems.push(`${name} --help: exit code ${code}, ${output}`)
  }
  return problems
}

function there(path: string, mode: number = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}
