import type { Page } from 'playwright-core'

/** Resolves in the page when the pictures of goods that can be seen are there; orders are all of one day. */
const settle = `(async () => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])])
  const nodes = all(document)
  for (const time of nodes.filter(({ localName }) => localName === 'time')) time.firstChild.data = '1 января 2026 г. в 12:00'
  const seen = nodes.filter((one) => one.localName === 'img' && one.checkVisibility() && one.getBoundingClientRect().top < innerHeight)
  await Promise.all(seen.map((one) => one.decode().catch(() => {})))
})()`

/** A picture of what is shown, as PNG. */
export async function takePicture(page: Page): Promise<Buffer> {
  await page.evaluate(settle)
  return page.screenshot({ animations: 'disabled' })
}
