import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fail, ok, type Result } from '@vitrina/core'

export interface FolderLock {
  release(): Promise<void>
}

interface Owner {
  pid: number
  /** Tells a process from a later one that got the same number. */
  startedAt: string
}

/**
 * Takes a folder for this process alone: a file with pid and start time of the owner, made in one step by a hard
 * link. A lock whose owner is gone is taken over.
 */
export async function lockFolder(
  folder: string,
): Promise<Result<FolderLock, { code: 'locked'; folder: string; pid: number }>> {
  const path = join(folder, 'lock.json')
  const mine = JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) })
  for (;;) {
    if (await create(path, mine)) return ok({ release: () => release(path, mine) })
    const found = await read(path)
    const owner = found && parse(found)
    if (owner && (await isAlive(owner))) return fail({ code: 'locked', folder, pid: owner.pid })
    if (found !== undefined) await discard(path, found)
  }
}

async function create(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, content)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Moves the stale lock away; when it was another's new one by then, that is put back. */
async function discard(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await read(aside)) !== stale) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

async function release(path: string, mine: string): Promise<void> {
  if ((await read(path)) === mine) await rm(path, { force: true })
}

async function isAlive({ pid, startedAt }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const actual = await startOf(pid)
  return actual === '' || startedAt === '' || actual === startedAt
}

/** Empty when this system does not tell: then a living process of that number counts as the owner. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name in the second field may hold spaces; the start time is the 20th field after it (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
      ({ stdout }) => stdout.trim(),
      () => '',
    )
  }
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

function parse(content: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(content)
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('startedAt' in owner)) return
    const { pid, startedAt } = owner
    return Number.isInteger(pid) && typeof startedAt === 'string'
      ? { pid: Number(pid), startedAt }
      : undefined
  } catch {
    return undefined
  }
}
