import { readdirSync } from 'node:fs'

export interface Screen {
  /** `form with problems` */
  name: string
  /** One for each look: `phone-light`, `computer-dark`. */
  pictures: { look: string; file: string }[]
}

declare const data: Screen[]

export { data }

const folder = new URL('./public/screens/', import.meta.url)

export default {
  watch: ['./public/screens/*.png'],
  load(): Screen[] {
    const screens = new Map<string, Screen>()
    for (const file of readdirSync(folder).sort()) {
      const [, place = '', look = ''] = /^(.*)-(\w+-\w+)\.png$/.exec(file) ?? []
      const screen = screens.get(place) ?? {
        name: place.replace(/^\d+-/, '').replaceAll('-', ' '),
        pictures: [],
      }
      screens.set(place, screen)
      screen.pictures.push({ look, file: `/screens/${file}` })
    }
    return [...screens.values()]
  },
}
