/** How a merchant counts: for back ends, whichever they are. Nothing of it runs in a buyer's browser. */
export type { CodeChange } from './pricing/change-promo-codes.ts'
export { changePromoCodes } from './pricing/change-promo-codes.ts'
export type { CountedLine, CountedQuote, QuoteInput } from './pricing/count-quote.ts'
export { countQuote } from './pricing/count-quote.ts'
export { includedVat } from './pricing/included-vat.ts'
export type { CodeStanding, DroppedPromo } from './pricing/promotion-refusal.ts'
export { promotionRefusal } from './pricing/promotion-refusal.ts'
export { splitMoney } from './pricing/split-money.ts'
