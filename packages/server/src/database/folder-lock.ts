import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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

/** What an owner leaves behind that let go. */
const released = '{}'

/**
 * Takes a folder for this process alone. The lock is a file with pid and start time of its owner, and a number in its
 * name: the highest one counts. Who wants the folder of an owner that is gone makes the file with the next number, in
 * one step by a hard link, so of many one does. The highest file is never removed: whoever was late, however late,
 * finds it and gives way.
 */
export async function lockFolder(
  folder: string,
): Promise<Result<FolderLock, { code: 'locked'; folder: string; pid: number }>> {
  const mine = JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) })
  for (;;) {
    const newest = Math.max(0, ...(await numbers(folder)))
    const owner = parse((await read(pathOf(folder, newest))) ?? released)
    if (owner && (await isAlive(owner))) return fail({ code: 'locked', folder, pid: owner.pid })
    const path = pathOf(folder, newest + 1)
    if (!(await create(path, mine))) continue
    const present = await numbers(folder)
    const older = present.filter((number) => number <= newest)
    if (present.some((number) => number > newest + 1)) {
      await rm(path, { force: true })
      continue
    }
    await Promise.all(older.map((number) => rm(pathOf(folder, number), { force: true })))
    // A folder that is gone by then has no lock either.
    return ok({ release: () => replace(path, released).catch(() => {}) })
  }
}

function pathOf(folder: string, number: number): string {
  return join(folder, `lock.${number}.json`)
}

async function numbers(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names.flatMap((name) => Number(/^lock\.(\d{1,15})\.json$/.exec(name)?.[1] ?? 0) || [])
}

/** False when it is there already. Nobody ever reads half of it. */
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

async function replace(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, content)
  await rename(draft, path)
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
