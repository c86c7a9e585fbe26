import { build, type Rolldown } from 'vite'
import type { Contender } from './contenders.ts'

/** A page's code and style sheets by their paths, and what stands in its head for them. */
export interface BuiltPage {
  files: Map<string, string>
  /** Links to its style sheets and to what of its code is going to be needed. Its script comes after them. */
  head: string
}

/** Builds a page for production. */
export async function buildPage({ page, entry, jsx, isLoader }: Contender): Promise<BuiltPage> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: entry.slice(0, entry.lastIndexOf('/')),
    oxc: { jsx: { runtime: 'automatic', importSource: jsx } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      cssMinify: true,
      rolldownOptions: {
        input: { [page]: entry },
        preserveEntrySignatures: false,
        output: {
          entryFileNames: `${page}.js`,
          chunkFileNames: `${page}-[hash].js`,
          assetFileNames: `${page}-[hash][extname]`,
        },
      },
    },
  })
  const [built] = [result].flat() as Rolldown.RolldownOutput[]
  const output = built?.output ?? []
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const main = chunks.get(`${page}.js`)
  // A loader's page names what the loader will fetch; others name what their script imports, and what the first request needs.
  const asksWith = (name: string) => chunks.get(name)?.moduleIds.some((id) => id.includes('/ky/'))
  const soon = main?.dynamicImports.filter((name) => isLoader || asksWith(name))
  const preload = new Set([...(main?.imports ?? []), ...(soon ?? [])])
  for (const name of preload) for (const next of chunks.get(name)?.imports ?? []) preload.add(next)
  preload.delete(`${page}.js`)
  const styles = output.map(({ fileName }) => fileName).filter((name) => name.endsWith('.css'))
  return {
    files: new Map(
      output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]),
    ),
    head: [
      ...styles.map((name) => `<link rel="stylesheet" href="/${name}">`),
      ...[...preload].map((name) => `<link rel="modulepreload" href="/${name}">`),
    ].join(''),
  }
}
