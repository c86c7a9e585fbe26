import type { Seller } from '@vitrina/core'
import type { JSX } from 'preact'
import { Busy } from '../busy.tsx'
import { FailedNotice } from '../failed-notice.tsx'
import { useScene } from '../scene.ts'
import { Fact } from '../screens/fact.tsx'
import { useAnswer } from '../use-answer.ts'
import { asideLooks } from './looks.ts'
import { SellerLink } from './seller-link.tsx'
import { SellerTerms } from './seller-terms.tsx'
import { useSellers } from './use-sellers.ts'

export interface SaleTermsProps {
  /** As far as they are known; none where the shop itself sells. */
  sellers: readonly Seller[]
}

/** How goods get to the buyer, for how much and how soon, who sells them and takes them back. */
export function SaleTerms({ sellers }: SaleTermsProps): JSX.Element {
  return (
    <div class="v-terms" ref={asideLooks}>
      <Deliveries />
      <Sold sellers={sellers} />
    </div>
  )
}

function Deliveries(): JSX.Element {
  const { shop, texts, money } = useScene()
  const { state, again } = useAnswer(() => shop.merchant.deliveryOptions(), [shop])
  switch (state.status) {
    case 'loading':
      return (
        <p class="v-muted" role="status">
          <Busy /> {texts.deliveryLoading}
        </p>
      )
    case 'failed':
      return <FailedNotice title={texts.delivery} failure={state.failure} onRetry={again} />
    case 'ready':
      return (
        <section class="v-words">
          <h3>{texts.delivery}</h3>
          <dl class="v-facts">
            {state.value.map(({ id, title, price, days }) => (
              <Fact key={id} name={title}>
                {price.amount === 0 ? texts.free : money(price)}
                {days && `, ${texts.days(days.min, days.max)}`}
              </Fact>
            ))}
          </dl>
        </section>
      )
  }
}

/** In a shop with one seller a product does not name it. */
function Sold({ sellers }: SaleTermsProps): JSX.Element | null {
  const { shop, texts } = useScene()
  const { state, again } = useSellers(shop)
  if (state.status === 'loading') return null
  if (state.status === 'failed')
    return <FailedNotice title={texts.seller} failure={state.failure} onRetry={again} />
  const all = state.value
  const named = sellers.map((seller) => all.find(({ id }) => id === seller.id) ?? seller)
  return (
    <>
      {(named.length > 0 ? named : all.slice(0, 1)).map((seller) => (
        <OneSeller key={seller.id} seller={seller} all={all} />
      ))}
    </>
  )
}

function OneSeller({ seller, all }: { seller: Seller; all: Seller[] }): JSX.Element {
  const { texts } = useScene()
  return (
    <>
      {seller.paymentMethods && (
        <section class="v-words">
          <h3>{texts.payment}</h3>
          <p>{seller.paymentMethods.map((method) => texts.paymentMethods[method]).join(' · ')}</p>
        </section>
      )}
      <SellerTerms seller={seller} />
      <section class="v-words">
        <h3>{texts.seller}</h3>
        <p>{seller.name}</p>
        {seller.legal && <p class="v-muted">{seller.legal}</p>}
        <SellerLink id={seller.id} sellers={all} />
      </section>
    </>
  )
}
