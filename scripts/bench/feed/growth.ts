import type { Figures } from './figures.ts'

/**
 * How many bytes the heap may have grown by after 1 000 mounts and unmounts: what the floors grow by, who hold on to
 * nothing, and for each mount a twentieth of what floor (ii) keeps for a card that stays. Null without the floors.
 */
export function growthBound(floors: readonly Figures[]): number | null {
  const grown = floors.map(({ growth }) => growth ?? Number.NaN)
  const card = floors.at(-1)?.heap
  if (grown.length === 0 || card === undefined || grown.some(Number.isNaN)) return null
  return Math.round(Math.max(0, ...grown) + 1000 * (card / 20))
}
