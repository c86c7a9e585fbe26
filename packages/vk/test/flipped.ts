import fc from 'fast-check'

/** A text with one bit of one character other than it was; the place and the bit by chance. */
export function flippedBit(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length - 1), fc.nat(6))
    .map(
      ([at, bit]) =>
        text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1),
    )
}
