/** Types of the elements for the JSX of Preact: `import type {} from '@vitrina/widgets/preact'`. */
import type { HTMLAttributes } from 'preact'
import type { ElementAttributes, ElementListeners } from './element-attributes.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends VitrinaElements {}
  }
}

export type VitrinaElements = {
  [Name in keyof ElementAttributes]: HTMLAttributes<HTMLElement> & ElementAttributes[Name] & ElementListeners
}
