import type { CartSync } from '../cart.ts'
import type { Merchant } from '../merchant.ts'
import { type ContractCheck, expectOk, expectThat } from './contract-check.ts'
import { add, type MerchantFixture } from './merchant-contract.ts'

const start: CartSync = { cartId: null, since: 0, operations: [] }

async function quantityOf(merchant: Merchant, variantId: string): Promise<number> {
  const { lines } = expectOk(await merchant.syncCart(start))
  return lines.find((line) => line.variantId === variantId)?.quantity ?? 0
}

export function cartChecks(make: () => Promise<MerchantFixture>): ContractCheck[] {
  return [
    {
      name: 'starts with an empty cart that has an id',
      async run() {
        const { merchant } = await make()
        const cart = expectOk(await merchant.syncCart(start))
        expectThat(
          cart.cartId !== '' && cart.lines.length === 0 && cart.since === 0,
          'empty, with an id',
          cart,
        )
      },
    },
    {
      name: 'applies an operation once, however often it is sent',
      async run() {
        const { merchant, plentiful } = await make()
        const operations = [add(plentiful, 2, 'op-1')]
        const first = expectOk(await merchant.syncCart({ ...start, operations }))
        const again = expectOk(await merchant.syncCart({ ...start, operations }))
        expectThat(
          first.applied.join() === 'op-1' && again.applied.join() === 'op-1',
          'acknowledged both times',
        )
        expectThat(again.revision === first.revision, 'a repetition is no new revision')
        const quantity = await quantityOf(merchant, plentiful)
        expectThat(quantity === 2, 'two pieces', quantity)
      },
    },
    {
      name: 'applies an operation once even when it arrives twice at the same moment',
      async run() {
        const { merchant, plentiful } = await make()
        const sync = { ...start, operations: [add(plentiful, 1, 'op-1')] }
        await Promise.all([merchant.syncCart(sync), merchant.syncCart(sync), merchant.syncCart(sync)])
        const quantity = await quantityOf(merchant, plentiful)
        expectThat(quantity === 1, 'one piece', quantity)
      },
    },
    {
      name: 'answers with what changed after a revision, not with the whole cart',
      async run() {
        const { merchant, plentiful, other } = await make()
        const { cartId, revision } = expectOk(
          await merchant.syncCart({ ...start, operations: [add(plentiful, 1, 'op-1')] }),
        )
        const changes = expectOk(
          await merchant.syncCart({ cartId, since: revision, operations: [add(other, 1, 'op-2')] }),
        )
        const ids = changes.lines.map(({ variantId }) => variantId)
        expectThat(ids.join() === other && changes.since === revision, 'just the new line', changes)
      },
    },
    {
      name: 'sets, removes, and tells what was removed',
      async run() {
        const { merchant, plentiful } = await make()
        const { cartId, revision } = expectOk(
          await merchant.syncCart({ ...start, operations: [add(plentiful, 1, 'op-1')] }),
        )
        const set = { id: 'op-2', revision, variantId: plentiful, kind: 'set-quantity', quantity: 7 } as const
        expectOk(await merchant.syncCart({ cartId, since: revision, operations: [set] }))
        expectThat((await quantityOf(merchant, plentiful)) === 7, 'the quantity is 7')
        const remove = { id: 'op-3', revision, variantId: plentiful, kind: 'remove' } as const
        const changes = expectOk(await merchant.syncCart({ cartId, since: revision, operations: [remove] }))
        expectThat(changes.removed.join() === plentiful, 'the removed variant is named', changes)
        expectThat((await quantityOf(merchant, plentiful)) === 0, 'the line is gone')
      },
    },
    {
      name: 'caps what is not there and says so',
      async run() {
        const { merchant, scarce } = await make()
        const changes = expectOk(await merchant.syncCart({ ...start, operations: [add(scarce, 5, 'op-1')] }))
        const [adjustment] = changes.adjustments
        expectThat(
          adjustment?.code === 'capped' && adjustment.available === 3,
          'capped to 3',
          changes.adjustments,
        )
        expectThat((await quantityOf(merchant, scarce)) === 3, 'three pieces in the cart')
      },
    },
    {
      name: 'says that a variant is gone, and keeps the other operations',
      async run() {
        const { merchant, plentiful } = await make()
        const operations = [add('no-such-variant', 1, 'op-1'), add(plentiful, 1, 'op-2')]
        const changes = expectOk(await merchant.syncCart({ ...start, operations }))
        expectThat(changes.applied.length === 2, 'both are acknowledged', changes.applied)
        expectThat(changes.adjustments[0]?.code === 'gone', 'the adjustment says gone', changes.adjustments)
        expectThat((await quantityOf(merchant, plentiful)) === 1, 'the other is in the cart')
      },
    },
    {
      name: 'tells with the whole cart what it asks of an order, and keeps to it',
      async run() {
        const { merchant, plentiful } = await make()
        const operations = [add(plentiful, 1, 'op-1')]
        const { terms = {}, lines } = expectOk(await merchant.syncCart({ ...start, operations }))
        const { adjustments } = expectOk(await merchant.quote({ deliveryOptionId: null }))
        const below = adjustments.find((adjustment) => adjustment.code === 'minimum-not-met')
        const isBelow = (lines[0]?.unitPrice.amount ?? 0) < (terms.minimum?.amount ?? 0)
        expectThat(
          isBelow ? below?.minimum.amount === terms.minimum?.amount : !below,
          'the quote has the same minimum',
          { terms, adjustments },
        )
        const prices = expectOk(await merchant.deliveryOptions()).map(({ price }) => price.amount)
        const { deliveryFrom } = terms
        expectThat(
          !deliveryFrom || deliveryFrom.amount === Math.min(...prices),
          'delivery begins at the cheapest way',
          { terms, prices },
        )
      },
    },
    {
      name: 'gives the whole cart to whoever knows another one',
      async run() {
        const { merchant, plentiful } = await make()
        await merchant.syncCart({ ...start, operations: [add(plentiful, 1, 'op-1')] })
        const changes = expectOk(await merchant.syncCart({ cartId: 'another', since: 99, operations: [] }))
        expectThat(changes.since === 0 && changes.lines.length === 1, 'everything, since 0', changes)
      },
    },
  ]
}
