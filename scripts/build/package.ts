import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { build } from 'vite'
import type { Package } from '../workspace.ts'
import { buildDeclarations } from './declarations.ts'
import { buildModules } from './modules.ts'

/** A package as it is published: modules, declarations and, where it has one, its page. */
export async function buildPackage(one: Package): Promise<void> {
  await rm(`${one.folder}/dist`, { recursive: true, force: true })
  await buildModules(one)
  await buildDeclarations(one)
  const pageConfig = `${one.folder}/vite.config.ts`
  if (existsSync(pageConfig)) await build({ configFile: pageConfig, logLevel: 'error' })
}
