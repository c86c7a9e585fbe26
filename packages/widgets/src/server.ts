/** For servers that render pages: nothing here needs a document. */
export type { RenderCardOptions } from './render-card.ts'
export { cardCss, renderCard } from './render-card.ts'
