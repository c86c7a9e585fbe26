import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootFolder } from '../workspace.ts'
import { customProperties } from './custom-properties.ts'
import { describedElements } from './elements.ts'
import { partDescriptions } from './parts.ts'

const source = join(rootFolder, 'packages/widgets/src')

/** The custom elements manifest of `@vitrina/widgets`, schema 2.1.0, read from its source. */
export async function elementsManifest() {
  const [files, properties, events, attributes] = await Promise.all([
    partsByFile(),
    customProperties(),
    eventTypes(),
    attributeTypes(),
  ])
  const unknown = [...files.values()].flat().find((part) => !partDescriptions[part])
  if (unknown) throw new Error(`scripts/describe/parts.ts does not say what the part "${unknown}" is`)
  const declarations = describedElements.map((element) => {
    const { tagName, description, sources } = element
    const without: readonly string[] = 'without' in element ? element.without : []
    const own = [...files]
      .filter(([file]) => sources.some((each) => file.startsWith(each)))
      .flatMap(([, parts]) => parts)
    const names = [...new Set(own)].filter((part) => !without.includes(part)).sort()
    const told = events.filter(({ name }) =>
      Array.isArray(element.events) ? element.events.includes(name) : name !== 'vitrina-open',
    )
    return {
      kind: 'class',
      name: className(tagName),
      description,
      tagName,
      customElement: true,
      superclass: { name: 'HTMLElement' },
      attributes: attributes
        .filter(({ element: one }) => one === tagName || (one === '' && tagName !== 'vitrina-sheet'))
        .map(({ element: _, property: __, ...attribute }) => attribute),
      members: attributes
        .filter(({ element: one, property }) => one === tagName && property)
        .map(({ name, description: text }) => ({
          kind: 'field',
          name,
          attribute: name,
          reflects: true,
          type: { text: 'string | null' },
          description: text,
        })),
      events: told,
      slots: element.slots,
      cssParts: names.map((name) => ({ name, description: partDescriptions[name] })),
      cssProperties: properties.map(({ name, description: text, light, dark }) => ({
        name,
        description: dark ? `${text}. In the dark: ${dark}` : text,
        default: light,
      })),
    }
  })
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: 'dist/elements.js',
        declarations,
        exports: declarations
          .filter(({ tagName }) => tagName !== 'vitrina-sheet')
          .map(({ name, tagName }) => ({
            kind: 'custom-element-definition',
            name: tagName,
            declaration: { name, module: 'dist/elements.js' },
          })),
      },
    ],
  }
}

function className(tagName: string): string {
  return tagName.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase())
}

/** The parts that each file draws. A field of the checkout is its own part. */
async function partsByFile(): Promise<Map<string, string[]>> {
  const names = (await readdir(source, { recursive: true })).filter((name) => /\.tsx?$/.test(name)).sort()
  const drawn =
    /\bpart=(?:\\?["'])([a-z -]+)|\bpart: '([a-z -]+)'|\bpart\.add\('([a-z-]+)'\)|\bfield="([a-z]+)"|\bway\(.*, '([a-z-]+)'\)/g
  const found = new Map<string, string[]>()
  for (const name of names) {
    const text = await readFile(join(source, name), 'utf8')
    const parts = [...text.matchAll(drawn)].flatMap((match) =>
      (match.slice(1).find(Boolean) ?? '').split(' '),
    )
    found.set(name.replaceAll('\\', '/'), parts)
  }
  return found
}

/** The events as `event-map.ts` types and explains them. */
async function eventTypes() {
  const text = await readFile(join(source, 'event-map.ts'), 'utf8')
  return [...text.matchAll(/\/\*\* ([^\n]*) \*\/\n {2}'(vitrina-[a-z-]+)': (CustomEvent<.*>)/g)].map(
    ([, description = '', name = '', type = '']) => ({ name, type: { text: type }, description }),
  )
}

/** The attributes as `element-attributes.ts` types and explains them; those of all elements belong to ''. */
async function attributeTypes() {
  const [text, elements] = await Promise.all(
    ['element-attributes.ts', 'elements.ts'].map((name) => readFile(join(source, name), 'utf8')),
  )
  const observed = [...(elements ?? '').matchAll(/attributes: \['(\w+)'\]/g)].map(([, name]) => name)
  let element = ''
  return (text ?? '').split('\n').flatMap((line, index, lines) => {
    element = /^ {2}'(vitrina-[a-z-]+)'/.exec(line)?.[1] ?? element
    const [, name, type = ''] = /^ +'?([a-z-]+)'?\?: (.*)$/.exec(line) ?? []
    if (!name) return []
    const description = /\/\*\* (.*) \*\//.exec(lines[index - 1] ?? '')?.[1] ?? ''
    const types = type.replace(/( \| '')? \| undefined$/, '')
    return [{ element, name, type: { text: types }, description, property: observed.includes(name) }]
  })
}
