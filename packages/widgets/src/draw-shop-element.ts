import type { Shop } from '@vitrina/core'
import { currentLanguage } from './language.ts'
import { make, makeButton } from './make.ts'
import type { Screens } from './screen-loader.ts'
import { cardTexts } from './texts/card-texts.ts'

/** Draws the whole shop once its code is here, or says that it did not come and offers to ask again. */
export function drawShopElement(
  shop: Shop,
  element: HTMLElement,
  root: ShadowRoot,
  load: () => Promise<Screens | undefined>,
): () => void {
  let stop: (() => void) | undefined
  let stopped = false
  const draw = async () => {
    const screens = await load()
    if (stopped) return
    root.replaceChildren()
    if (screens) {
      stop = screens.drawShop(shop, root, {
        route: element.getAttribute('route'),
        history: element.hasAttribute('history'),
      })
      return
    }
    const { screenFailed, retry } = cardTexts[currentLanguage(shop)]
    const again = makeButton({ class: 'v-add v-quiet', part: 'retry' }, retry, draw)
    root.append(make('div', { class: 'v-card v-failed', role: 'alert' }, make('p', {}, screenFailed), again))
  }
  void draw()
  return () => {
    stopped = true
    stop?.()
  }
}
