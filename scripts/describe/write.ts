import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootFolder } from '../workspace.ts'
import { customProperties } from './custom-properties.ts'
import { elementsManifest } from './manifest.ts'

const guide = 'docs/guides/theming.md'

/** Each file as it has to be. */
export async function descriptions(): Promise<Map<string, string>> {
  const before = await readFile(join(rootFolder, guide), 'utf8')
  const table = await propertyTable()
  return new Map([
    ['packages/widgets/custom-elements.json', `${JSON.stringify(await elementsManifest(), null, 2)}\n`],
    [
      guide,
      before.replace(
        /(<!-- properties -->\n\n)[\s\S]*?(\n?<!-- \/properties -->)/,
        `$1${table}\n\n<!-- /properties -->`,
      ),
    ],
  ])
}

/** Answers with the files that were out of date. */
export async function writeDescriptions(): Promise<string[]> {
  const stale = await staleDescriptions()
  const fresh = await descriptions()
  for (const file of stale) await writeFile(join(rootFolder, file), fresh.get(file) ?? '')
  return stale
}

/** Files that do not say what the source says. */
export async function staleDescriptions(): Promise<string[]> {
  const stale: string[] = []
  for (const [file, text] of await descriptions()) {
    const found = await readFile(join(rootFolder, file), 'utf8').catch(() => '')
    if (found !== text) stale.push(file)
  }
  return stale
}

async function propertyTable(): Promise<string> {
  const rows = (await customProperties()).map(({ name, description, light, dark }) => {
    const same = dark === undefined || dark === light
    return `| \`${name}\` | ${description} | \`${light}\` | ${same ? 'the same' : `\`${dark}\``} |`
  })
  return ['| property | what | light | dark |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
