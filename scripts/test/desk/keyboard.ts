import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Focused {
  role: string
  name: string
}

export type Keyboard = ReturnType<typeof createKeyboard>

/** Somebody without a pointer: goes on with Tab until what is wanted has the focus, as its role and name say. */
export function createKeyboard(page: Page, step: (words: string) => void) {
  // Attributes are read, not the tree of accessibility: that one costs a protocol session a key.
  async function focused(): Promise<Focused> {
    return page.evaluate(`(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      if (!element) return { role: '', name: '' }
      const tag = element.localName
      const type = element.getAttribute('type')
      const isTyped = tag === 'textarea' || (tag === 'input' && type !== 'radio' && type !== 'checkbox')
      const words = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent
      return {
        role: isTyped ? 'textbox' : tag === 'input' ? type : tag,
        name: (words ?? '').trim(),
      }
    })()`)
  }

  async function press(key: string): Promise<void> {
    await page.keyboard.press(key)
  }

  async function type(text: string): Promise<void> {
    step(`type “${text}”`)
    await page.keyboard.type(text)
  }

  async function tabTo(role: string, name: string | RegExp): Promise<void> {
    const fits = (now: Focused) =>
      now.role === role && (typeof name === 'string' ? now.name === name : name.test(now.name))
    const met: string[] = []
    for (let count = 0; count < 60; count += 1) {
      await press('Tab')
      const now = await focused()
      met.push(`${now.role} ${now.name}`)
      if (!fits(now)) continue
      return step(`Tab × ${count + 1}: ${now.role} “${now.name}”`)
    }
    expect.fail(`Tab never came to the ${role} ${name}, but to:\n${met.join('\n')}`)
  }

  return { press, type, tabTo, focused }
}
