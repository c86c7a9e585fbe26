/** Where the proxy serves the script from. */
export const scriptPath = '/__vitrina-emulator/bridge.js'

/**
 * Puts the script before everything else that the page runs. The page stays what it is byte for byte otherwise, so it
 * is read as latin-1 whatever its charset.
 *
 * @param policy the page's Content-Security-Policy: a nonce that it knows is given to the script too
 */
export function injectScript(html: Buffer, policy = ''): Buffer {
  const text = html.toString('latin1')
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy)?.[1]
  const script = `<script src="${scriptPath}"${nonce ? ` nonce="${nonce}"` : ''}></script>`
  const at = /<head(\s[^>]*)?>/i.exec(text) ?? /<html(\s[^>]*)?>/i.exec(text) ?? /<!doctype[^>]*>/i.exec(text)
  const end = at ? at.index + at[0].length : 0
  return Buffer.from(text.slice(0, end) + script + text.slice(end), 'latin1')
}
