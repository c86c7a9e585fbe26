import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { rootFolder } from '../workspace.ts'

export interface BundleOptions {
  /** The module to bundle, as text. */
  entry: string
  /** The folder whose dependencies the entry may import. */
  from: string
  /** What the page has anyway and is not counted. */
  external?: string[]
}

export interface Bundle {
  /** Bytes, gzipped, of all chunks. */
  everything: number
  /** Bytes, gzipped, of what is loaded when nobody imports these modules. */
  without: (...modules: RegExp[]) => number
}

const entryName = 'virtual:entry'

/** Bundles an entry for production, in memory, and weighs what comes out. */
export async function bundle({ entry, from, external = [] }: BundleOptions): Promise<Bundle> {
  const result = await build({
    root: `${rootFolder}/${from}`,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      {
        name: 'entry-from-text',
        resolveId: (id) => (id === entryName ? id : null),
        load: (id) => (id === entryName ? entry : null),
      },
    ],
    build: {
      write: false,
      // Style sheets come as text inside of the code.
      cssMinify: true,
      cssTarget: 'esnext',
      // As a library: the code itself, without the help for preloading that Vite adds to the chunks of a page.
      lib: { entry: entryName, formats: ['es'] },
      rolldownOptions: {
        input: entryName,
        external,
        preserveEntrySignatures: false,
        // A library keeps its notes for the next bundler; a page, which this is measured for, has none.
        output: { minify: true, comments: { annotation: false } },
      },
    },
  })
  const [bundled] = [result].flat() as Rolldown.RolldownOutput[]
  return weigh(bundled?.output ?? [])
}

/** Builds what a package publishes for pages without a build, and weighs it: bytes, gzipped. */
export async function weighBuild(folder: string): Promise<number> {
  const result = await build({
    configFile: `${rootFolder}/${folder}/vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  })
  const [bundled] = [result].flat() as Rolldown.RolldownOutput[]
  return weigh(bundled?.output ?? []).everything
}

function weigh(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Bundle {
  const sizes = new Map(output.map((file) => [file.fileName, gzippedSize(file)]))
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const sum = (names: Iterable<string>) =>
    [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0)
  return {
    everything: sum(sizes.keys()),
    without(...modules) {
      const left = (name: string) => {
        const module = chunks.get(name)?.facadeModuleId ?? ''
        return modules.some((each) => each.test(module))
      }
      const loaded = new Set([...chunks.keys()].filter((name) => chunks.get(name)?.isEntry))
      for (const name of loaded) {
        const { imports = [], dynamicImports = [] } = chunks.get(name) ?? {}
        for (const next of imports) loaded.add(next)
        for (const next of dynamicImports) if (!left(next)) loaded.add(next)
      }
      return sum(loaded)
    },
  }
}

function gzippedSize(file: Rolldown.OutputChunk | Rolldown.OutputAsset): number {
  return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
}
