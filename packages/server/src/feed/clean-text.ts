import { decodeEntities } from './html-entities.ts'

/** One line of text: entities decoded, tags dropped, white space collapsed, at most `maxLength` characters. */
export function cleanLine(raw: string, maxLength = 500): string {
  return shorten(cleanText(raw).replace(/\s+/g, ' '), maxLength)
}

/**
 * A description as plain text. HTML's paragraphs, headings and lists become paragraphs separated by an empty line,
 * `<br>` a new line, a list item a line that starts with `• `; entities are decoded; scripts, styles and comments go.
 * The result holds nothing that a browser could take for a tag, however often the feed escaped its HTML.
 * Each step walks the text once, so that no input makes it slow.
 */
export function cleanText(raw: string, maxLength = 10_000): string {
  if (!odd.test(raw)) return shorten(raw, maxLength)
  let text = raw
  // Shops escape HTML once or twice on its way into a feed; each round takes off one layer.
  for (let layer = 0; layer < 3 && /[<&]/.test(text); layer++) {
    text = decodeEntities(dropTags(text))
  }
  return shorten(tidy(disarm(text)), maxLength)
}

/** What has to be looked at. Most texts of most feeds have nothing but letters, figures and single spaces. */
const odd = /[^ !-%'-;=-~\u0400-\u04ff]|\s\s|^\s|\s$/

const paragraphs = new Set(
  'p div ul ol dl table h1 h2 h3 h4 h5 h6 blockquote section article header footer pre hr'.split(' '),
)
const lines = new Set(['br', 'tr', 'dt', 'dd'])
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'head',
  'title',
])

function dropTags(html: string): string {
  if (!html.includes('<')) return html
  const out: string[] = []
  const isHtml = /<(?:p|div|br|li|ul|ol|h[1-6]|table|tr)\b/i.test(html)
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    out.push(spaces(html.slice(at, open), isHtml))
    const end = tagEnd(html, open)
    if (end < 0) {
      out.push('<')
      at = open + 1
      continue
    }
    const name = tagName(html, open)
    out.push(breakFor(name, html[open + 1] === '/'))
    at = unseen.has(name) && html[open + 1] !== '/' ? closingOf(html, name, end) : end
  }
  out.push(spaces(html.slice(at), isHtml))
  return out.join('')
}

/** In HTML a line end is a space; in plain text it is the merchant's own layout. */
function spaces(text: string, isHtml: boolean): string {
  return isHtml ? text.replace(/[\r\n\t]+/g, ' ') : text
}

/** Past the `>` of the tag at `open`; -1 when this is no tag but a `<` in a sentence. */
function tagEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return end < 0 ? html.length : end + 3
  }
  if (!/[A-Za-z/!?]/.test(html[open + 1] ?? '')) return -1
  // A tag longer than this is none, and looking no further keeps a flood of `<` linear.
  const limit = Math.min(html.length, open + 2000)
  for (let at = open + 1; at < limit; at++) {
    if (html[at] === '>') return at + 1
    if (html[at] === '<') return -1
  }
  return -1
}

function tagName(html: string, open: number): string {
  return /^<\/?([A-Za-z][A-Za-z0-9]{0,20})/.exec(html.slice(open, open + 24))?.[1]?.toLowerCase() ?? ''
}

function breakFor(name: string, closing: boolean): string {
  if (paragraphs.has(name)) return '\n\n'
  if (name === 'li') return closing ? '' : '\n• '
  if (lines.has(name)) return '\n'
  return name === 'td' || name === 'th' ? ' ' : ''
}

function closingOf(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

/** What still looks like a tag after all layers stays readable and stops being one. */
function disarm(text: string): string {
  return text.replace(/<(?=[A-Za-z/!?])/g, '‹')
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim())
    .map((line) => (line === '•' ? '' : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Cuts at a word where one is near; never through a surrogate pair. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength - 1)
  const space = cut.lastIndexOf(' ')
  const end = space > maxLength * 0.8 ? space : cut.length
  return `${cut
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
