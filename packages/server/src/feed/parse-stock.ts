import { cleanLine } from './clean-text.ts'
import type { Finding } from './feed-problem.ts'
import type { RawOffer } from './raw-offer.ts'

const most = 1_000_000_000

/**
 * Pieces on stock, or null when the feed does not count them. `available="false"` wins over every figure;
 * `count` over the sum of the outlets. Less than nothing, as accounting programs export it, is nothing.
 */
export function parseStock(offer: RawOffer, warn: (finding: Finding<'bad-count'>) => void): number | null {
  if (/^\s*(?:false|no|0|нет)\s*$/i.test(offer.available)) return 0
  const count = offer.fields.get('count')
  const figures = count === undefined ? offer.instock : [count]
  let sum: number | null = null
  for (const text of figures) {
    const pieces = parsePieces(text)
    if (pieces === undefined) warn({ code: 'bad-count', value: cleanLine(text, 40) })
    else sum = Math.min((sum ?? 0) + pieces, most)
  }
  return sum
}

function parsePieces(text: string): number | undefined {
  const match = /^(-?)(\d{1,12})(?:[.,]0{1,6})?$/.exec(text.trim().slice(0, 40))
  if (!match) return undefined
  return match[1] === '-' ? 0 : Math.min(Number(match[2]), most)
}
