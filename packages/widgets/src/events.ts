import { type CheckoutStore, fail, ok, type Shop } from '@vitrina/core'
import type { OrderAnnouncement, VitrinaEventMap } from './event-map.ts'
import { send } from './send.ts'

export type { Announcement, CartAnnouncement, OrderAnnouncement, VitrinaEventMap } from './event-map.ts'

/** The events that carry an intent and its result. */
type Announced = {
  [Name in keyof VitrinaEventMap]: VitrinaEventMap[Name]['detail'] extends { intent: unknown } ? Name : never
}[keyof VitrinaEventMap]
type Detail<Name extends Announced> = VitrinaEventMap[Name]['detail']

/**
 * The same shop, which tells the page what its buyer is about to do, as DOM events of the elements. Give it to
 * `defineElements` in the place of the one that `createShop` made; who does not listen does not load this. An event comes
 * from the element that was pressed; from the document where none was. Needs a document.
 *
 * @example
 * defineElements(announceShop(shop))
 * document.addEventListener('vitrina-add', (event) => {
 *   const [product] = event.detail.intent
 *   if (product.categoryId === 'wine' && !grown) event.preventDefault()
 * })
 */
export function announceShop(shop: Shop): Shop {
  const { cart, checkout } = shop
  let pressed: Element | undefined
  // Keys press buttons with clicks, too. Seen from the window, what is in a shadow root is its element.
  const remember = ({ target }: MouseEvent) => {
    pressed = target instanceof Element && target.shadowRoot ? target : undefined
  }
  window.addEventListener('click', remember, true)

  function announce<Name extends Announced>(
    name: Name,
    intent: Detail<Name>['intent'],
    act: () => Detail<Name>['result'],
  ): void {
    let settle: (outcome: unknown) => void = () => {}
    const result = new Promise((resolve) => {
      settle = resolve
    })
    const at = pressed?.isConnected ? pressed : document
    const begun = send(at, name, { intent, result } as Detail<Name>)
    settle(begun ? act() : fail({ code: 'prevented' }))
  }
  const change = <Intent extends unknown[]>(name: CartEvent<Intent>, verb: (...intent: Intent) => void) => {
    return (...intent: Intent) => {
      announce(name as Announced, intent as never, () => {
        verb(...intent)
        return cart.drained()
      })
    }
  }

  return {
    ...shop,
    cart: {
      ...cart,
      add: change('vitrina-add', cart.add),
      setQuantity: change('vitrina-set-quantity', cart.setQuantity),
      remove: change('vitrina-remove', cart.remove),
      restore: change('vitrina-restore', cart.restore),
      applyPromo: change('vitrina-apply-promo', cart.applyPromo),
      removePromo: change('vitrina-remove-promo', cart.removePromo),
    },
    checkout: {
      ...checkout,
      place: () => announce('vitrina-place-order', [], () => placed(checkout)),
    },
    stop() {
      window.removeEventListener('click', remember, true)
      shop.stop()
    },
  }
}

type CartEvent<Intent> = {
  [Name in Announced]: Intent extends Detail<Name>['intent'] ? Name : never
}[Announced]

/** Waits until it is known whether there is an order. */
function placed(checkout: CheckoutStore): OrderAnnouncement['result'] {
  return new Promise((resolve) => {
    const stop = checkout.subscribe((now) => {
      if ('orders' in now) resolve(ok(now.orders))
      else if (now.step === 'filling') {
        resolve(fail(now.failure ?? { code: 'incomplete', problems: now.problems }))
      } else return
      stop()
    })
    checkout.place()
  })
}
