import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'vite'
import type { Package } from '../workspace.ts'

/** Compiles a package's sources to ES modules in `dist`, file by file, with everything that it depends on outside. */
export async function buildModules({ folder, manifest }: Package): Promise<void> {
  const outside = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'es2022',
      minify: false,
      // Code stays readable; a style sheet is text inside of it, which no consumer's build would shrink.
      cssMinify: true,
      cssTarget: 'esnext',
      lib: { entry: entries(folder, manifest), formats: ['es'] },
      rolldownOptions: {
        external: (id) =>
          id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)),
        output: {
          preserveModules: true,
          preserveModulesRoot: resolve(folder, 'src'),
          entryFileNames: '[name].js',
        },
      },
    },
  })
  for (const file of Object.values(manifest.publishConfig.bin ?? {})) chmodSync(resolve(folder, file), 0o755)
}

function entries(folder: string, { exports, bin = {} }: Package['manifest']): string[] {
  return [...Object.values(exports), ...Object.values(bin)].map((file) => resolve(folder, file))
}
