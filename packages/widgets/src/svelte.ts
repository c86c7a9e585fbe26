/** Types of the elements for Svelte 5: `import type {} from '@vitrina/widgets/svelte'`. */
import type { HTMLAttributes } from 'svelte/elements'
import type { ElementAttributes, ElementListeners } from './element-attributes.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends VitrinaElements {}
}

export type VitrinaElements = {
  [Name in keyof ElementAttributes]: HTMLAttributes<HTMLElement> & ElementAttributes[Name] & ElementListeners
}
