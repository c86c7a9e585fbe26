import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMigrated } from '../../../scripts/data-folder.ts'
import { lockFolder } from '../src/database/folder-lock.ts'
import { openDatabase } from '../src/index.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const lockFile = () => join(folder, 'lock.1.json')

/** Another process that takes the lock, says so and waits. */
async function other() {
  const script = `
    import { lockFolder } from ${JSON.stringify(new URL('../src/database/folder-lock.ts', import.meta.url).href)}
    console.log(JSON.stringify(await lockFolder(process.argv[1])))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder])
  const [line] = await once(child.stdout, 'data')
  expect(JSON.parse(String(line)).ok).toBe(true)
  return child
}

test('a folder is taken once and can be taken again when it was let go', async () => {
  const first = await lockFolder(folder)
  const second = await lockFolder(folder)
  expect(second).toEqual({ ok: false, error: { code: 'locked', folder, pid: process.pid } })
  if (first.ok) await first.value.release()
  expect((await lockFolder(folder)).ok).toBe(true)
})

test('a second process is refused at once, and takes over when the first was killed', async () => {
  const child = await other()
  const start = performance.now()
  const refused = await openDatabase({ folder })
  expect(performance.now() - start).toBeLessThan(1000)
  expect(refused).toEqual({ ok: false, error: { code: 'locked', folder, pid: child.pid } })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await lockFolder(folder)).ok).toBe(true)
}, 20_000)

test('a lock of a process that only has the same number is taken over', async () => {
  await writeFile(lockFile(), JSON.stringify({ pid: process.pid, startedAt: 'another time' }))
  expect((await lockFolder(folder)).ok).toBe(true)
})

test.each(['', 'not json', '{"pid":"x"}'])('a broken lock %j is taken over', async (content) => {
  await writeFile(lockFile(), content)
  expect((await lockFolder(folder)).ok).toBe(true)
})

test('of many that want a stale lock exactly one gets it', async () => {
  await writeFile(lockFile(), JSON.stringify({ pid: 999_999_999, startedAt: 'long ago' }))
  const results = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter(({ ok }) => !ok)[0]).toMatchObject({ error: { code: 'locked', pid: process.pid } })
})

test('however they come in each other’s way, there is never a second owner', async () => {
  for (let round = 0; round < 40; round += 1) {
    const place = join(folder, String(round))
    await mkdir(place)
    await writeFile(join(place, 'lock.1.json'), JSON.stringify({ pid: 999_999_999, startedAt: 'long ago' }))
    let owners = 0
    const contender = async () => {
      // Not all at once: some read what others are about to replace.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
      const lock = await lockFolder(place)
      if (!lock.ok) return
      owners += 1
      expect(owners, `round ${round}`).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
      owners -= 1
      await lock.value.release()
    }
    await Promise.all(Array.from({ length: 12 }, contender))
    expect(await readdir(place), `round ${round}`).toHaveLength(1)
  }
})

test('what was written is there after the folder is opened again', async () => {
  const first = await openMigrated({ folder })
  await first.kysely.insertInto('shops').values({ shop_id: 'lavka', next_number: 1 }).execute()
  await first.close()
  const second = await openMigrated({ folder })
  expect(await second.kysely.selectFrom('shops').selectAll().execute()).toEqual([
    { shop_id: 'lavka', next_number: 1 },
  ])
  await second.close()
}, 30_000)
