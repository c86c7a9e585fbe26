import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootFolder } from '../workspace.ts'

/** What each custom property is. One of the source that is missing here fails `npm test`. */
const descriptions: Record<string, string> = {
  '--vitrina-accent': 'Buttons, links, choices, the outline of the focus',
  '--vitrina-on-accent': 'The text on them',
  '--vitrina-surface': 'Cards and sheets',
  '--vitrina-soft': 'Quiet buttons and fields, empty pictures',
  '--vitrina-text': 'Text',
  '--vitrina-muted': 'Text that matters less',
  '--vitrina-border': 'Borders of cards and fields',
  '--vitrina-reduced': 'Reduced prices and mistakes',
  '--vitrina-good': 'In stock, done',
  '--vitrina-warn': 'Notices',
  '--vitrina-warn-soft': 'The ground of notices',
  '--vitrina-radius': 'The corners of cards; smaller things have smaller ones',
  '--vitrina-font': 'The typeface',
}

export interface CustomProperty {
  name: string
  description: string
  light: string
  /** Left out where both schemes have the same. */
  dark?: string
}

/** The public custom properties with their defaults, read from the style sheet. */
export async function customProperties(): Promise<CustomProperty[]> {
  const css = await readFile(join(rootFolder, 'packages/widgets/src/styles/card/theme.css'), 'utf8')
  const found = new Map<string, string[]>()
  for (const [, name = '', value = ''] of css.matchAll(/var\((--vitrina-[a-z-]+), (.*)\)/g)) {
    found.set(name, [...(found.get(name) ?? []), value])
  }
  return [...found].map(([name, [light = '', dark]]) => {
    const description = descriptions[name]
    if (!description) throw new Error(`scripts/describe/custom-properties.ts does not say what ${name} is`)
    return { name, description, light, ...(dark !== undefined && { dark }) }
  })
}
