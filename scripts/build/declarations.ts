import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { runCommand } from '../command.ts'
import { type Package, packages } from '../workspace.ts'

/** Writes a package's declarations beside its modules; those it depends on are built already and read from `dist`. */
export async function buildDeclarations({ folder }: Package): Promise<void> {
  const config = `${folder}/dist/tsconfig.json`
  await writeFile(
    config,
    JSON.stringify({
      extends: '../tsconfig.json',
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: '../src',
        outDir: '.',
        paths: builtPaths(),
      },
      include: ['../src'],
      exclude: ['../src/page'],
    }),
  )
  const { code, output } = await runCommand('tsc', ['-p', config])
  await rm(config)
  if (code !== 0) throw new Error(`tsc found faults in ${folder}:\n${output}`)
  await pointAtModules(`${folder}/dist`)
}

/** TypeScript keeps `./cart.ts` in declarations; who installs the package has only `./cart.js` and its declaration. */
async function pointAtModules(dist: string): Promise<void> {
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.d.ts'))
  for (const file of files.map((name) => resolve(dist, name))) {
    const text = await readFile(file, 'utf8')
    const pointed = text.replace(
      /((?:from|import\()\s*['"])(\.{1,2}\/[^'"]+?)\.tsx?(['"])/g,
      (_all, open, path, close) => {
        const target = resolve(dirname(file), `${path}.d.ts`)
        if (!existsSync(target)) throw new Error(`${file} refers to ${target}, which was not built`)
        return `${open}${path}.js${close}`
      },
    )
    if (pointed !== text) await writeFile(file, pointed)
  }
}

function builtPaths(): Record<string, string[]> {
  const all = packages().flatMap(({ folder, manifest }) =>
    Object.entries(manifest.publishConfig.exports).map(([subpath, { types }]): [string, string[]] => [
      `${manifest.name}${subpath.slice(1)}`,
      [`${folder}/${types.slice(2)}`],
    ]),
  )
  return Object.fromEntries(all)
}
