/** Types of the elements for Vue's templates: `import type {} from '@vitrina/widgets/vue'`. */
import type { DefineComponent, HTMLAttributes } from 'vue'
import type { ElementAttributes } from './element-attributes.ts'
import type { VitrinaEventMap } from './event-map.ts'

declare module 'vue' {
  interface GlobalComponents extends VitrinaComponents {}
}

export type VitrinaComponents = {
  [Name in keyof ElementAttributes]: DefineComponent<HTMLAttributes & ElementAttributes[Name] & Listeners>
}

/** `@vitrina-add` in a template. */
type Listeners = {
  [Name in keyof VitrinaEventMap as `on${Capitalized<Name>}`]?: (event: VitrinaEventMap[Name]) => void
}
type Capitalized<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Capitalized<Rest>}`
  : Capitalize<Name>
