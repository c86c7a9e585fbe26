// Installs the workspace and notes down with what. Run by npx, which puts pnpm and a fitting Node first on the PATH.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const { VITRINA_LOCK, VITRINA_STAMP, PATH = '' } = process.env
const windows = process.platform === 'win32'
const { status } = spawnSync('pnpm', ['install', '--frozen-lockfile'], { stdio: 'inherit', shell: windows })

if (status === 0 && VITRINA_STAMP) {
  const pnpm = windows ? 'pnpm.cmd' : 'pnpm'
  const bin = PATH.split(delimiter).find((folder) => folder && existsSync(join(folder, pnpm)))
  writeFileSync(new URL(VITRINA_STAMP), JSON.stringify({ lock: VITRINA_LOCK, node: process.execPath, bin }))
}
process.exitCode = status ?? 1
