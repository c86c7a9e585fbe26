import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

export interface SourceFile {
  /** From the workspace's root, with slashes: `packages/core/src/cart.ts`. */
  path: string
  /** `packages/core`, `examples/feed`, `scripts`. */
  part: string
  text: string
  /** What it imports, exports from or loads later, as written. */
  imports: string[]
}

const code = /\.(ts|tsx|mjs|js|css|html)$/
const skipped = new Set(['node_modules', 'dist', 'coverage', '.vitepress', 'public', 'pictures'])

/** All code of the packages, the examples and the scripts. */
export async function sourceFiles(root: string): Promise<SourceFile[]> {
  const paths: string[] = []
  for (const folder of ['packages', 'examples', 'scripts']) await collect(join(root, folder), paths)
  return Promise.all(paths.sort().map((path) => read(root, path)))
}

async function collect(folder: string, paths: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !skipped.has(entry.name)) await collect(path, paths)
    if (entry.isFile() && code.test(entry.name)) paths.push(path)
  }
}

async function read(root: string, absolute: string): Promise<SourceFile> {
  const path = relative(root, absolute).split(sep).join('/')
  const part = path.startsWith('scripts/') ? 'scripts' : path.split('/').slice(0, 2).join('/')
  const text = await readFile(absolute, 'utf8')
  return { path, part, text, imports: importsOf(text) }
}

/** The specifiers in a module's text; comments are left out, since their examples import things too. */
export function importsOf(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found = bare.matchAll(/(?<![\w'"`-])(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g)
  return [...found].map((match) => match[2] ?? '')
}
