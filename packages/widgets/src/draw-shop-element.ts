import type { Shop } from '@vitrina/core'
import { makeFailed } from './card/make-failed.ts'
import type { Components } from './components.ts'
import { currentLanguage } from './language.ts'
import type { Screens } from './screen-loader.ts'

/** Draws the whole shop once its code is here, or says that it did not come and offers to ask again. */
export function drawShopElement(
  shop: Shop,
  element: HTMLElement,
  root: ShadowRoot,
  load: () => Promise<Screens | undefined>,
  components?: Components,
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
        components,
      })
      return
    }
    const failed = makeFailed('screenFailed', currentLanguage(shop), draw)
    failed.setAttribute('role', 'alert')
    root.append(failed)
  }
  void draw()
  return () => {
    stopped = true
    stop?.()
  }
}
