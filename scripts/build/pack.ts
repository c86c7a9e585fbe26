import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../command.ts'
import type { Package } from '../workspace.ts'

/** Packs a built package as the registry would get it; answers with the path of the tarball. */
export async function packPackage({ folder, manifest }: Package, destination: string): Promise<string> {
  const { code, output } = await runCommand('pnpm', ['pack', '--pack-destination', destination], {
    cwd: folder,
  })
  if (code !== 0) throw new Error(`pnpm pack failed for ${manifest.name}:\n${output}`)
  const prefix = `${manifest.name.slice(1).replace('/', '-')}-`
  const file = (await readdir(destination)).find((name) => name.startsWith(prefix) && name.endsWith('.tgz'))
  if (!file) throw new Error(`pnpm pack made no tarball for ${manifest.name}`)
  return join(destination, file)
}
