/** Types of the elements for the JSX of React 19: `import type {} from '@vitrina/widgets/react'`. */
import type { ElementAttributes, ElementListeners } from './element-attributes.ts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends VitrinaElements {}
  }
}

export type VitrinaElements = {
  [Name in keyof ElementAttributes]: import('react').DetailedHTMLProps<
    import('react').HTMLAttributes<HTMLElement>,
    HTMLElement
  > &
    ElementAttributes[Name] &
    ElementListeners
}
