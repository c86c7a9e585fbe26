import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { root } from '../bootstrap/prepare.mjs'

/** Builds the page of a package or an example, as it would be published, into a folder. */
export async function buildPage(
  name: string,
  outDir: string,
  define: Record<string, string> = {},
): Promise<void> {
  const folder = fileURLToPath(new URL(`${name}/`, root))
  await build({
    ...(name.startsWith('examples') && { root: folder }),
    configFile: `${folder}vite.config.ts`,
    logLevel: 'error',
    define,
    build: { outDir, emptyOutDir: true },
  })
}
