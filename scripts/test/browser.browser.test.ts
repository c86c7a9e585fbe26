import { expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'

test('opens a page and runs its script', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<p>2 + 2 = <b id="sum"></b></p><script>sum.textContent = 2 + 2</script>')
    expect(await page.textContent('p')).toBe('2 + 2 = 4')
  } finally {
    await browser.close()
  }
})
