import { type ChildProcess, spawn } from 'node:child_process'
import { rootFolder } from './workspace.ts'

export interface CommandResult {
  code: number
  /** What it wrote, unless that went straight to the terminal. */
  output: string
}

export interface CommandOptions {
  /** Write straight to the terminal instead of keeping the output. */
  live?: boolean
  cwd?: string
  env?: Record<string, string | undefined>
}

const running = new Set<ChildProcess>()
/** As this process was started: Vite sets NODE_ENV when it builds, and what runs later must not take that for its own. */
const environment = { ...process.env }

/** Runs a program of `node_modules/.bin` or of the PATH to its end. Ends it when this process is asked to end. */
export function runCommand(
  program: string,
  args: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { live = false, cwd = rootFolder, env } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...environment, ...env },
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    running.add(child)
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  })
}
