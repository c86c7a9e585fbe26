import { readFileSync } from 'node:fs'

export interface Described {
  name: string
  description?: string
  type?: { text: string }
  default?: string
}

/** A custom element as `custom-elements.json` describes it, which `npm run build` writes from the source. */
export interface Widget {
  tagName: string
  description: string
  attributes: Described[]
  members: Described[]
  events: Described[]
  slots?: Described[]
  cssParts: Described[]
  cssProperties: Described[]
}

declare const data: Widget[]

export { data }

const manifest = new URL('../packages/widgets/custom-elements.json', import.meta.url)

export default {
  watch: ['../packages/widgets/custom-elements.json'],
  load(): Widget[] {
    return JSON.parse(readFileSync(manifest, 'utf8')).modules.flatMap(
      ({ declarations }: { declarations: Widget[] }) => declarations,
    )
  },
}
