/** Checks who imports whom, and how files are named and sized: `docs/architecture.md` says why. */
import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { type SourceFile, sourceFiles } from './source-files.ts'

/** Which workspace packages the sources of a package may import. */
const mayImport: Record<string, string[]> = {
  core: [],
  api: ['core'],
  widgets: ['core'],
  vk: ['core'],
  web: ['core'],
  embed: ['core', 'api', 'widgets', 'web'],
  server: ['core', 'api'],
  emulator: [],
}

/** Entries that run in a buyer's browser: nothing that they reach may need Node. */
const browserEntries = ['core', 'api', 'widgets', 'embed']
  .map((name) => `packages/${name}/src/`)
  .concat('packages/vk/src/index.ts', 'packages/vk/src/abilities.ts', 'packages/web/src/index.ts')

const bridgeMethod = ['VK', 'WebApp'].join('')
const vagueNames = new Set(['utils', 'helpers', 'common', 'types', 'misc'])
const longest = 250

/** One line for each broken rule; empty when all is well. */
export async function checkLayers(root: string): Promise<string[]> {
  const files = await sourceFiles(root)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const problems = files.flatMap((file) => [
    ...nameProblems(file),
    ...textProblems(file),
    ...importProblems(file),
  ])
  for (const file of files.filter(({ path }) => browserEntries.some((entry) => path.startsWith(entry)))) {
    const needsNode = reach(file, byPath).find(({ imports }) =>
      imports.some((name) => name.startsWith('node:')),
    )
    if (needsNode) problems.push(`${file.path}: runs in a browser, but ${needsNode.path} imports from Node`)
  }
  return [...problems, ...(await manifestProblems(root, files))]
}

function nameProblems({ path }: SourceFile): string[] {
  const names = path.split('/')
  const problems: string[] = []
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(names.at(-1) ?? '')) {
    problems.push(`${path}: file names are kebab-case`)
  }
  const vague = names.find((name) => vagueNames.has(name.split('.')[0] ?? ''))
  if (vague) problems.push(`${path}: "${vague}" says nothing; a thing lives with its noun`)
  return problems
}

function textProblems({ path, part, text }: SourceFile): string[] {
  const problems: string[] = []
  if (text.includes(bridgeMethod) && part !== 'packages/vk' && part !== 'packages/emulator') {
    problems.push(`${path}: ${bridgeMethod} belongs to packages/vk and packages/emulator`)
  }
  if (!isPackageSource(path)) return problems
  const lines = text.split('\n').length - 1
  if (lines > longest) problems.push(`${path}: ${lines} lines, more than ${longest}: probably two ideas`)
  if (/^\s*export\s+\*/m.test(text)) problems.push(`${path}: "export *" hides what is exported`)
  if (/^\s*export\s+default\b/m.test(text))
    problems.push(`${path}: default exports have no name of their own`)
  return problems
}

function importProblems({ path, part, imports }: SourceFile): string[] {
  const allowed = isPackageSource(path) ? mayImport[part.slice('packages/'.length)] : undefined
  return imports.flatMap((name) => {
    const target = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
    if (
      /^(examples\/|@vitrina-examples\/)/.test(target) &&
      part !== target.split('/').slice(0, 2).join('/')
    ) {
      return [`${path}: imports ${name}, and nothing imports an example`]
    }
    const forTests = target.startsWith('scripts/') && !isPackageSource(path)
    if (part.startsWith('packages/') && name.startsWith('.') && !target.startsWith(`${part}/`) && !forTests) {
      return [`${path}: imports ${name} past the edge of its package`]
    }
    const other = /^@vitrina\/([^/]+)/.exec(name)?.[1]
    if (other && allowed && !allowed.includes(other)) {
      return [`${path}: imports ${name}, which ${part} may not`]
    }
    return []
  })
}

/** core compiles without DOM and Node; a package imports only what its package.json lists. */
async function manifestProblems(root: string, files: SourceFile[]): Promise<string[]> {
  const problems: string[] = []
  for (const name of Object.keys(mayImport)) {
    const sources = files.filter(({ path }) => path.startsWith(`packages/${name}/src/`))
    if (sources.length === 0) continue
    const manifest = JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8'))
    const listed = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.devDependencies }
    for (const { path, imports } of sources) {
      const foreign = imports.filter((specifier) => !/^(\.|node:|virtual:)/.test(specifier))
      const missing = foreign.filter((specifier) => !(packageOf(specifier) in listed))
      problems.push(
        ...missing.map((specifier) => `${path}: imports ${specifier}, which its package.json does not list`),
      )
    }
  }
  const core = JSON.parse(await readFile(join(root, 'packages/core/tsconfig.json'), 'utf8')).compilerOptions
  if (String(core.lib) !== 'ES2022' || core.types?.length !== 0) {
    problems.push('packages/core/tsconfig.json: core compiles with "lib": ["ES2022"] and "types": [] only')
  }
  return problems
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function isPackageSource(path: string): boolean {
  return /^packages\/[^/]+\/src\//.test(path)
}

/** A file and all files of its package that it imports, directly or not. */
function reach(start: SourceFile, byPath: Map<string, SourceFile>): SourceFile[] {
  const reached = new Set([start])
  for (const file of reached) {
    for (const name of file.imports) {
      const next = name.startsWith('.') && byPath.get(posix.join(posix.dirname(file.path), name))
      if (next) reached.add(next)
    }
  }
  return [...reached]
}
