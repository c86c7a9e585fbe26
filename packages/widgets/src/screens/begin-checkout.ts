import type { Scene } from '../scene.ts'
import { send } from '../send.ts'

/** Leads from the cart to its checkout, if the page has nothing against it. */
export function beginCheckout(at: EventTarget, { shop, navigate }: Pick<Scene, 'shop' | 'navigate'>): void {
  const { cart, checkout } = shop
  if (!send(at, 'vitrina-begin-checkout', cart.getState())) return
  // What is in the cart now is another purchase than the order that was made before.
  if ('order' in checkout.getState()) checkout.close()
  navigate({ name: 'checkout' })
}
