import { decodeEntities } from './html-entities.ts'

/**
 * A picture's address: absolute http or https, or a path below the merchant's own folder of pictures. Anything that
 * a browser would run or read from elsewhere (`javascript:`, `data:`, `file:`, `../`) gives undefined.
 */
export function pictureUrl(raw: string): string | undefined {
  const text = decodeEntities(raw).trim()
  if (text === '' || text.length > 2000 || /[\p{Cc}\s\\]/u.test(text.replaceAll(' ', ''))) return undefined
  const absolute = text.startsWith('//') ? `https:${text}` : text
  if (/^[a-z][a-z0-9+.-]*:/i.test(absolute)) return webUrl(absolute)
  const [path = ''] = text.split(/[?#]/)
  const plain = path.split('/').every((segment) => segment !== '' && !/^(?:\.|%2e){1,2}$/i.test(segment))
  return plain && !text.includes(':') ? text : undefined
}

function webUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return undefined
  return url.username === '' && url.password === '' ? url.href : undefined
}
