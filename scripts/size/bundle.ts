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
  /** Modules that are only loaded when somebody reaches for them; other dynamic imports count as first. */
  later?: RegExp
  /** Modules of which one buyer loads a single one, such as dictionaries. */
  alternatives?: RegExp
}

export interface BundleSize {
  /** Bytes, gzipped, of what is loaded without anybody doing anything. */
  first: number
  /** Bytes, gzipped, of all that one buyer loads in the end: of the alternatives only the largest one. */
  buyer: number
  /** Bytes, gzipped, of all chunks. */
  everything: number
}

const entryName = 'virtual:entry'

/** Bundles an entry for production, in memory, and weighs what comes out. */
export async function bundle({
  entry,
  from,
  external = [],
  later,
  alternatives,
}: BundleOptions): Promise<BundleSize> {
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
  return weigh(bundled?.output ?? [], { later, alternatives })
}

/** Builds what a package publishes for pages without a build, and weighs it: bytes, gzipped. */
export async function weighBuild(folder: string): Promise<number> {
  const result = await build({
    configFile: `${rootFolder}/${folder}/vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  })
  const [bundled] = [result].flat() as Rolldown.RolldownOutput[]
  return weigh(bundled?.output ?? [], { later: undefined, alternatives: undefined }).everything
}

function weigh(
  output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
  { later, alternatives }: Record<'later' | 'alternatives', RegExp | undefined>,
): BundleSize {
  const sizes = new Map(output.map((file) => [file.fileName, gzippedSize(file)]))
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const first = new Set([...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const name of first) {
    const { imports = [], dynamicImports = [] } = chunks.get(name) ?? {}
    for (const next of imports) first.add(next)
    for (const next of dynamicImports) {
      if (!later?.test(chunks.get(next)?.facadeModuleId ?? '')) first.add(next)
    }
  }
  const sum = (names: Iterable<string>) =>
    [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0)
  const instead = [...chunks.values()]
    .filter(({ facadeModuleId }) => alternatives?.test(facadeModuleId ?? ''))
    .map(({ fileName }) => sizes.get(fileName) ?? 0)
  const unused = instead.length > 0 ? instead.reduce((total, size) => total + size) - Math.max(...instead) : 0
  const everything = sum(sizes.keys())
  return { first: sum(first), buyer: everything - unused, everything }
}

function gzippedSize(file: Rolldown.OutputChunk | Rolldown.OutputAsset): number {
  return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
}
