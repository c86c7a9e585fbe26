import type { Seller } from '@vitrina/core'
import type { JSX } from 'preact'
import { FailedNotice } from '../failed-notice.tsx'
import { useScene } from '../scene.ts'
import { RowBones } from '../screens/row-bones.tsx'
import { asideLooks } from './looks.ts'
import { ProductList } from './product-list.tsx'
import { SellerTerms } from './seller-terms.tsx'
import { useAsideTexts } from './use-aside-texts.ts'
import { useSellers } from './use-sellers.ts'

/** Who it is, on which terms they sell, and what. */
export function SellerScreen({ id }: { id: string }): JSX.Element {
  const { shop, texts } = useScene()
  const { state, again } = useSellers(shop)
  switch (state.status) {
    case 'loading':
      return <RowBones />
    case 'failed':
      return <FailedNotice title={texts.seller} failure={state.failure} onRetry={again} />
    case 'ready': {
      const seller = state.value.find((one) => one.id === id)
      if (!seller)
        return <FailedNotice title={texts.seller} failure={{ code: 'not-found' }} onRetry={again} />
      return (
        <div class="v-screen v-list" ref={asideLooks} key={id}>
          <AboutSeller seller={seller} />
          <ProductList sellerId={id} />
        </div>
      )
    }
  }
}

function AboutSeller({ seller }: { seller: Seller }): JSX.Element {
  const texts = useAsideTexts()
  return (
    <section class="v-seller">
      <h2 class="v-title" part="seller">
        {seller.name}
      </h2>
      {seller.legal && <p class="v-muted">{seller.legal}</p>}
      {seller.terms && (
        <details>
          <summary class="v-button v-quiet">{texts.sellerTerms}</summary>
          <SellerTerms seller={seller} />
        </details>
      )}
    </section>
  )
}
