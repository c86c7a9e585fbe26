import { spawn } from 'node:child_process'
import { rootFolder } from '../workspace.ts'

export interface MeasuredProcess {
  seconds: number
  /** Seconds that it was on a processor, all of its threads together. */
  busy: number
  /** Bytes: the most that was resident, and of it the most of JavaScript's heap and of its array buffers. */
  resident: number
  heap: number
  arrays: number
  output: string
}

/** Runs a script of the workspace in a process of its own to its end, and measures it. */
export async function runMeasured(
  args: string[],
  environment: Record<string, string> = {},
): Promise<MeasuredProcess> {
  const started = performance.now()
  const preload = ['./scripts/bootstrap/end-with-parent.mjs', './scripts/bench/note-memory.mjs']
  const child = spawn(process.execPath, [...preload.flatMap((file) => ['--import', file]), ...args], {
    cwd: rootFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let output = ''
  let memory = { resident: 0, heap: 0, arrays: 0, busy: 0 }
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.on('message', (message) => {
    memory = message as typeof memory
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${output}`)
  return { seconds: (performance.now() - started) / 1000, ...memory, output }
}
