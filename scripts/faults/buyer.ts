import { setTimeout as pause } from 'node:timers/promises'
import type { Product } from '../../packages/core/src/index.ts'
import type { Step } from './schedule.ts'
import type { Tab } from './tab.ts'

/** Waits until something holds; false when it does not in time. */
export async function until(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (!holds()) {
    if (Date.now() > end) return false
    await pause(10)
  }
  return true
}

/** What is seen in the cart, by variant. */
export function seen({ shop }: Tab): Map<string, number> {
  return new Map(shop.cart.getState().lines.map(({ variantId, quantity }) => [variantId, quantity]))
}

/** A tap in the cart; false when there is nothing on the screen that it could be made on. */
export function tap(
  { shop }: Tab,
  step: Extract<Step, { do: 'add' | 'set' | 'remove' }>,
  product: Product,
): boolean {
  const variant = product.variants[0]
  if (!variant) return false
  if (step.do === 'add') {
    shop.cart.add(product, variant, step.quantity)
    return true
  }
  if (!shop.cart.getState().lines.some(({ variantId }) => variantId === variant.id)) return false
  if (step.do === 'set') shop.cart.setQuantity(variant.id, step.quantity)
  else shop.cart.remove(variant.id)
  return true
}

/** Goes through the checkout as far as the page lives and lets one. */
export async function buy(tab: Tab, taps: number, paymentMethod: 'cash' | 'card'): Promise<void> {
  const { checkout } = tab.shop
  const inForm = () => checkout.getState().step === 'filling'
  if (['placed', 'unpaid', 'paying'].includes(checkout.getState().step)) checkout.close()
  checkout.open()
  await until(() => tab.alive() && inForm(), 500)
  if (!tab.alive() || !inForm()) return
  checkout.edit({
    name: 'Anna',
    phone: '+79161234567',
    delivery: { kind: 'courier', optionId: 'courier', address: 'Moscow, Arbat, 1' },
    paymentMethod,
    consent: true,
  })
  await until(() => {
    const state = checkout.getState()
    return !tab.alive() || state.step !== 'filling' || state.quote !== null
  }, 1000)
  for (let count = 0; count < taps && tab.alive(); count += 1) {
    checkout.place()
    await pause(count * 3)
  }
}

/** Decides on the acquirer's page, if this buyer is on it. */
export async function pay(tab: Tab, how: 'approve' | 'decline'): Promise<void> {
  const state = tab.shop.checkout.getState()
  if (state.step !== 'paying' || state.order.payment?.state !== 'pending') return
  // A page that does not load is loaded again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await fetch(`${state.order.payment.url}/${how}`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(1000),
    }).catch(() => null)
    if (answer?.status === 303) return
  }
}
