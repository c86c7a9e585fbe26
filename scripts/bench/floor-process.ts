import { spawn } from 'node:child_process'
import { rootFolder } from '../workspace.ts'

/** The bare server that ours is compared with, in a process of its own. */
export async function startFloor(databaseUrl: string): Promise<{ url: string; end(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      './scripts/bootstrap/end-with-parent.mjs',
      'packages/server/test/floor/floor-server.ts',
      databaseUrl,
    ],
    { cwd: rootFolder, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = await Promise.race([
    new Promise<{ url: string }>((resolve) =>
      child.once('message', (message) => resolve(message as { url: string })),
    ),
    gone.then(() => null),
  ])
  if (!ready) throw new Error('The floor server ended before it was ready.')
  return {
    url: ready.url,
    async end() {
      child.kill('SIGTERM')
      await gone
    },
  }
}
