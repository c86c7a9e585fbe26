/**
 * Escapes `&` that starts no entity, the commonest slip of hand-made feeds (`Marks & Spencer`, `?a=1&b=2`): a strict
 * parser would swallow everything up to the next semicolon. Works on pieces of one text; call it with nothing at the
 * end. Inside CDATA it escapes too, which does no harm: every value is decoded once more when it is cleaned.
 */
export function mendAmpersands(): (piece?: string) => string {
  let carried = ''
  return (piece) => {
    const text = carried + (piece ?? '')
    const last = text.lastIndexOf('&')
    const undecided = piece !== undefined && last >= 0 && text.length - last <= longestEntity
    carried = undecided ? text.slice(last) : ''
    return (undecided ? text.slice(0, last) : text).replace(bareAmpersand, '&amp;')
  }
}

const longestEntity = 34
const bareAmpersand = /&(?!#?[A-Za-z0-9]{1,31};)/g
