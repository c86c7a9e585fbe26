/** The offer is left out. */
export type RefusalCode =
  | 'no-id'
  | 'duplicate-id'
  | 'no-name'
  | 'no-price'
  | 'bad-price'
  | 'other-currency'
  | 'no-category'
  | 'unknown-category'
  | 'unreadable-letters'
  | 'broken-offer'
  | 'offer-too-large'

/** Something is taken differently from what the feed says, or ignored. */
export type WarningCode =
  | 'bad-old-price'
  | 'bad-count'
  | 'bad-vat'
  | 'bad-picture'
  | 'bad-param'
  | 'same-options'
  | 'bad-category'
  | 'duplicate-category'
  | 'unknown-parent'
  | 'category-cycle'

/** Reading ends here; what came before is taken. */
export type StopCode =
  | 'not-a-feed'
  | 'no-offers'
  | 'broken-xml'
  | 'cut-off'
  | 'entity-declared'
  | 'too-deep'
  | 'too-many-attributes'
  | 'too-large'
  | 'unknown-encoding'
  | 'unknown-archive'
  | 'broken-archive'
  | 'unreadable'

export type FeedProblemCode = RefusalCode | WarningCode | StopCode

/** One thing that the merchant may want to put right. */
export interface FeedProblem {
  /** Of the unpacked file, from 1; an offer's is the line of its `<offer`. */
  line: number
  /** The offer's id as the feed writes it. */
  offer?: string
  code: FeedProblemCode
  /** A sentence in Russian that names the value in question. */
  message: string
}

/** What is found before it is known to which offer it belongs; `value` is what the feed says there. */
export interface Finding<Code extends FeedProblemCode = FeedProblemCode> {
  code: Code
  value?: string
}
