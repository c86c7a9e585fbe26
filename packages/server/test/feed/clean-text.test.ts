import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from '../../src/feed/clean-text.ts'

test('turns HTML into paragraphs, lines and list items', () => {
  const html = `<h3>Состав</h3>\n  <p>Глина,\n  глазурь.<br/>Без свинца.</p><ul>\n<li>Можно в <b>печь</b></li>\n<li>Нельзя в СВЧ</li></ul>
    <table><tr><td>Вес</td><td>300 г</td></tr></table>`
  expect(cleanText(html)).toBe(
    'Состав\n\nГлина, глазурь.\nБез свинца.\n\n• Можно в печь\n• Нельзя в СВЧ\n\nВес 300 г',
  )
})

test('keeps the lines of a plain text', () => {
  expect(cleanText('  Первая.\n  Вторая.\r\n\n\n\nТретья. ')).toBe('Первая.\nВторая.\n\nТретья.')
})

test('decodes entities, also those escaped twice', () => {
  expect(cleanText('&laquo;Лес&raquo; &mdash; 5&nbsp;&lt;&nbsp;6 &#8381; &#x1F600; &unknown;')).toBe(
    '«Лес» — 5 < 6 ₽ 😀 &unknown;',
  )
  expect(cleanText('&amp;lt;p&amp;gt;Да&amp;lt;/p&amp;gt;')).toBe('Да')
})

test('drops scripts, styles and comments with what is in them', () => {
  expect(cleanText('a<script>alert(1)</script>b<style>p{}</style>c<!-- d -->e<script>f')).toBe('abce')
})

test('keeps a less-than sign that is not a tag', () => {
  expect(cleanText('вес < 5 кг, a<b')).toBe('вес < 5 кг, a‹b')
})

test('shortens at a word and never inside a character', () => {
  expect(cleanLine('Кружка большая синяя', 17)).toBe('Кружка большая…')
  expect(cleanLine('😀'.repeat(20), 10)).toBe(`${'😀'.repeat(4)}…`)
})

const markup = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<!',
      '<?',
      '/>',
      '&lt;',
      '&gt;',
      '&amp;',
      '&#60;',
      '&#x3c;',
      'amp;',
      'lt;',
    ),
    fc.constantFrom(
      'script',
      'img src=x onerror=alert(1)',
      'p',
      ' ',
      '"',
      "'",
      '=',
      '\n',
      '\0',
      'a',
      '<![CDATA[',
      '<svg/onload=',
    ),
    fc.string({ maxLength: 5 }),
  ),
  { maxLength: 40 },
)

test('never leaves anything like a tag, however it is nested or escaped', () => {
  fc.assert(
    fc.property(markup, (pieces) => {
      const text = cleanText(pieces.join(''))
      expect(text).not.toMatch(/<[a-z/!?]/i)
      expect(text).toBe(text.trim())
    }),
    { numRuns: 2000 },
  )
})

test('words keep their letters and lose their odd spaces, whatever stands between them', () => {
  const word = fc.stringMatching(/^[!-%'-;=-~Ѐ-ӿ]{1,12}$/)
  const space = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u200b', '\ufeff')
  const piece = fc.tuple(word, space)
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.boolean(), (pieces, wide) => {
      const raw = pieces.map(([text, between]) => text + (wide ? between : ' ')).join('')
      const words = pieces.map(([text]) => text).join(' ')
      expect([cleanText(raw), cleanText(raw.trim()), cleanLine(raw)]).toEqual([words, words, words])
    }),
    { numRuns: 2000 },
  )
})

test('stays quick on floods made to slow it down', () => {
  const floods = [
    '<',
    '<a',
    '<!--',
    '</',
    '<script>',
    '&',
    '&lt;',
    '&amp;',
    '\n ',
    ' ',
    '<p',
    '"',
    '<b ',
  ].map((piece) => piece.repeat(200_000 / piece.length))
  for (const flood of floods) {
    const start = performance.now()
    cleanText(flood)
    expect(performance.now() - start).toBeLessThan(1500)
  }
})
