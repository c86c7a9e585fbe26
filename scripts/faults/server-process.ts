/** A server in a process of its own, for what needs several of them or one that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { DatabaseLocation } from '../../packages/server/src/index.ts'
import { rootFolder } from '../workspace.ts'

export interface ServerProcess {
  url: string
  /** Where the control, a naive shop over the same data base, listens. */
  naive: string
  child: ChildProcess
  health(): Promise<ServerHealth>
  /** Ends it with that signal and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface ServerHealth {
  /** Resident memory after a collection of what is not used any more. */
  bytes: number
  /** What was added to the prototype of all objects. */
  strangers: string[]
  /** What it could not do, beyond its answers. */
  faults: number
}

/** Starts it and waits until it listens. Port 0 takes a free one. */
export async function startServerProcess(location: DatabaseLocation, port = 0): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      './scripts/bootstrap/end-with-parent.mjs',
      'scripts/faults/server.ts',
      JSON.stringify({ location, port }),
    ],
    { cwd: rootFolder, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = await Promise.race([
    new Promise<{ url: string; naive: string }>((resolve) =>
      child.once('message', (message) => resolve(message as never)),
    ),
    gone.then(() => null),
  ])
  if (!ready) throw new Error('A server ended before it was ready.')
  return {
    ...ready,
    child,
    health() {
      child.send('health')
      return new Promise((resolve) => child.once('message', (message) => resolve(message as ServerHealth)))
    },
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}
