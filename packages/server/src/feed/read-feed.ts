import type { Result } from '@vitrina/core'
import { SaxesParser } from 'saxes'
import type { RawCategory } from './category-tree.ts'
import type { Finding, StopCode } from './feed-problem.ts'
import { mendAmpersands } from './mend-ampersands.ts'
import { type Attributes, addElement, type RawOffer, rawOffer } from './raw-offer.ts'

/** What a feed consists of, in the order of the file. A `stop` is the last one. */
export type FeedEntry =
  | { kind: 'category'; category: RawCategory }
  | { kind: 'offer'; offer: RawOffer }
  | { kind: 'stop'; line: number; offer?: string; finding: Finding<StopCode> }

export interface ReadLimits {
  depth: number
  attributes: number
  /** Characters of one offer; a longer one is cut and told by `size`. */
  offer: number
  /** Characters without a single tag, comment or attribute in them. */
  silence: number
  categories: number
}

export const readLimits: ReadLimits = {
  depth: 64,
  attributes: 100,
  offer: 1_000_000,
  silence: 8_000_000,
  categories: 50_000,
}

interface Element {
  name: string
  attributes: Attributes
}

/**
 * Reads a feed without holding it. XML that breaks inside an offer spoils that offer; XML that breaks outside of them,
 * an entity declaration or a passed limit ends the reading. External DTDs are named by old feeds and never loaded.
 */
export async function* readFeed(
  pieces: AsyncIterable<Result<string, Finding<StopCode>>>,
  limits: ReadLimits = readLimits,
): AsyncGenerator<FeedEntry, void, undefined> {
  const { parser, entries, stopAt, state } = createReader(limits)
  const mend = mendAmpersands()
  const write = (piece: string) => {
    state.silence += piece.length
    parser.write(piece)
    if (state.silence > limits.silence) stopAt({ code: 'too-large' })
  }
  for await (const piece of pieces) {
    if (piece.ok) write(mend(piece.value))
    else stopAt(piece.error)
    yield* entries.splice(0)
    if (state.stopped) return
  }
  write(mend())
  state.closing = true
  parser.close()
  yield* entries.splice(0)
}

function createReader(limits: ReadLimits) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  // A feed can have millions of slips, and a stack for each of them makes it slow to read.
  const slip = new Error()
  parser.makeError = (message) => Object.assign(slip, { message })
  const entries: FeedEntry[] = []
  const path: Element[] = []
  const state = { silence: 0, stopped: false, closing: false, closedRoot: false }
  let text: string[] = []
  let textSize = 0
  let attributes = 0
  let line = 1
  let categories = 0
  let offer: RawOffer | undefined
  let offerDepth = 0

  const inDescription = () =>
    offer !== undefined && path.some(({ name }, depth) => depth >= offerDepth && name === 'description')

  function stopAt(finding: Finding<StopCode>): void {
    if (state.stopped) return
    state.stopped = true
    entries.push({ kind: 'stop', line: parser.line, ...(offer && { offer: offer.id }), finding })
  }

  function takeText(piece: string): void {
    state.silence = 0
    textSize += piece.length
    if (offer) offer.size += piece.length
    if ((offer?.size ?? textSize) <= limits.offer) text.push(piece)
  }

  function startText(): void {
    text = []
    textSize = 0
  }

  parser.on('opentagstart', () => {
    state.silence = 0
    attributes = 0
    line = parser.line
  })
  parser.on('attribute', ({ value }) => {
    state.silence = 0
    if (offer) offer.size += value.length
    if (++attributes > limits.attributes) stopAt({ code: 'too-many-attributes' })
  })
  parser.on('doctype', (declaration) => {
    state.silence = 0
    if (/<!ENTITY/i.test(declaration)) stopAt({ code: 'entity-declared' })
  })
  parser.on('comment', () => {
    state.silence = 0
  })
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  parser.on('error', ({ message }) => {
    // Entities that XML does not know are decoded later, with the HTML of the texts.
    if (state.closedRoot || message === 'undefined entity.') return
    if (state.closing) stopAt({ code: path.length > 0 ? 'cut-off' : 'not-a-feed' })
    else if (offer) offer.broken = true
    else stopAt({ code: path.length > 0 ? 'broken-xml' : 'not-a-feed', value: message })
  })
  parser.on('opentag', (tag) => {
    if (state.stopped) return
    const name = tag.name.toLowerCase()
    const parent = path.at(-1)?.name
    if (parent === undefined && name !== 'yml_catalog') return stopAt({ code: 'not-a-feed', value: tag.name })
    path.push({ name, attributes: tag.attributes })
    if (path.length > limits.depth) return stopAt({ code: 'too-deep' })
    if (name === 'offer' && path.some((element) => element.name === 'offers')) {
      // An offer inside an offer means that the outer one was never closed.
      if (offer) entries.push({ kind: 'offer', offer: { ...offer, broken: true } })
      offer = rawOffer(line, tag.attributes)
      offerDepth = path.length
    } else if (name !== 'description' && inDescription()) {
      // Tags that should have been in CDATA are part of the text.
      return takeText(`<${name}>`)
    }
    startText()
  })
  parser.on('closetag', () => {
    state.silence = 0
    const element = path.pop()
    if (state.stopped || state.closing || !element) return
    if (path.length === 0) state.closedRoot = true
    if (inDescription()) return takeText(`</${element.name}>`)
    if (offer && element.name === 'offer') {
      entries.push({ kind: 'offer', offer })
      offer = undefined
    } else if (offer && offer.size <= limits.offer) {
      addElement(offer, element.name, element.attributes, text.join(''))
    } else if (element.name === 'category' && path.at(-1)?.name === 'categories') {
      if (++categories > limits.categories) return stopAt({ code: 'too-large' })
      const { id = '', parentid, parentId = parentid } = element.attributes
      entries.push({ kind: 'category', category: { line, id, parentId, title: text.join('') } })
    }
    startText()
  })
  return { parser, entries, stopAt, state }
}
