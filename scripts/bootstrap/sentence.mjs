/** What a person can read and act on; it is printed without a stack. */
export class Sentence extends Error {}
