/** Writes what is read from the source of the widgets: the custom elements manifest, and the table of the theming guide. */
import { writeDescriptions } from './describe/write.ts'

for (const file of await writeDescriptions()) console.log(`${file} written anew`)
