import type { CartChanges, CartOperation, PromoOperation } from '../cart.ts'
import type { Merchant } from '../merchant.ts'
import { type ContractCheck, expectOk, expectThat } from './contract-check.ts'
import { add, type MerchantFixture } from './merchant-contract.ts'

async function send(merchant: Merchant, ...operations: CartOperation[]): Promise<CartChanges> {
  return expectOk(await merchant.syncCart({ cartId: null, since: 0, operations }))
}

function promo(kind: PromoOperation['kind'], code: string, id: string): PromoOperation {
  return { id, revision: 0, kind, code }
}

export function promoChecks(make: () => Promise<MerchantFixture>): ContractCheck[] {
  /** Only for merchants that have codes. */
  const withCode = (run: (fixture: MerchantFixture & { promoCode: string }) => Promise<void>) => async () => {
    const fixture = await make()
    const { promoCode } = fixture
    if (promoCode !== undefined) await run({ ...fixture, promoCode })
  }
  return [
    {
      name: 'says at once that it does not know a promo code, and keeps everything else',
      async run() {
        const { merchant, plentiful } = await make()
        const given = promo('apply-promo', 'NO-SUCH-CODE', 'op-1')
        const changes = await send(merchant, given, add(plentiful, 2, 'op-2'))
        const [told] = changes.adjustments
        expectThat(changes.applied.length === 2, 'both are acknowledged', changes.applied)
        expectThat(told?.code === 'promo-dropped' && told.reason === 'unknown', 'told unknown', told)
        expectThat(changes.promoCodes.length === 0, 'the code is not in the cart', changes.promoCodes)
        expectThat(changes.lines[0]?.quantity === 2, 'the line is there', changes.lines)
      },
    },
    {
      name: 'has a promo code in the cart until it is removed, applies each intent once',
      run: withCode(async ({ merchant, plentiful, promoCode }) => {
        const give = promo('apply-promo', promoCode, 'op-2')
        const given = await send(merchant, add(plentiful, 1, 'op-1'), give)
        const again = await send(merchant, give)
        expectThat(given.promoCodes.join() === promoCode, 'the code is in the cart', given.promoCodes)
        expectThat(again.revision === given.revision, 'a repetition is no new revision')
        const removed = await send(merchant, promo('remove-promo', promoCode, 'op-3'))
        const late = await send(merchant, give)
        expectThat(removed.promoCodes.length === 0, 'it is gone', removed.promoCodes)
        expectThat(late.promoCodes.length === 0, 'and does not come back with a late repetition')
      }),
    },
    {
      name: 'splits a discount over the lines to the minor unit, and the order keeps it',
      run: withCode(async ({ merchant, plentiful, other, promoCode }) => {
        await send(merchant, add(plentiful, 3, 'op-1'), add(other, 1, 'op-2'))
        await send(merchant, promo('apply-promo', promoCode, 'op-3'))
        const options = expectOk(await merchant.deliveryOptions())
        const option = options.find(({ kind }) => kind === 'courier')
        const quote = expectOk(await merchant.quote({ deliveryOptionId: option?.id ?? null }))
        const discount = quote.discount?.amount ?? 0
        const shares = quote.lines.reduce((sum, line) => sum + (line.discount?.amount ?? 0), 0)
        const goods = quote.lines.reduce((sum, line) => sum + line.total.amount, 0)
        expectThat(discount > 0 && quote.promos[0]?.code === promoCode, 'the code counts', quote)
        expectThat(shares === discount, 'the shares make the discount', quote.lines)
        expectThat(goods === quote.subtotal.amount - discount, 'the lines make the goods', quote)
        expectThat(quote.total.amount === goods + (quote.delivery?.amount ?? 0), 'the total adds up', quote)
        const [order] = expectOk(
          await merchant.placeOrder({
            checkoutId: 'checkout-1',
            quoteHash: quote.hash,
            contact: { name: 'Anna Orlova', phone: '+79161234567' },
            delivery: { kind: 'courier', optionId: option?.id ?? '', address: 'Sadovaya 1, flat 2' },
            paymentMethod: 'cash',
            consent: { personalData: true, version: '1' },
          }),
        )
        expectThat(order?.total.amount === quote.total.amount, 'the order is of the same sum', order)
        expectThat(order.promos[0]?.code === promoCode, 'the order names the code', order.promos)
        const after = await send(merchant)
        expectThat(after.promoCodes.length === 0, 'the next cart begins without it', after.promoCodes)
      }),
    },
  ]
}
