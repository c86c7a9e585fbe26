import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailedNotice } from '../failed-notice.tsx'
import { Icon } from '../icon.tsx'
import { searchShape } from '../icon-shapes.ts'
import { Notice } from '../notice.tsx'
import { ProductCard } from '../product-card.tsx'
import { useScene } from '../scene.ts'
import { CardSkeleton } from '../screens/card-skeleton.tsx'
import { CategoryChips } from './category-chips.tsx'
import { LoadMore } from './load-more.tsx'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'
import { useSearch } from './use-search.ts'

const skeletons = [1, 2, 3, 4, 5, 6]
/** As many as a phone shows. */
const cardsAtFirst = 4

/** The whole assortment: searched as one types, narrowed by category, longer on scroll. */
export function ProductsScreen(): JSX.Element {
  const { shop, navigate } = useScene()
  const texts = useAsideTexts()
  const { text, category, list, type, choose, more } = useSearch(shop)
  const open = (id: string) => navigate({ name: 'product', id })
  const found = list.products.length
  // What is seen is painted before the rest is drawn: a slow phone takes half a second for a whole page.
  const [most, show] = useState(cardsAtFirst)
  useEffect(() => {
    if (found > most) show(Number.POSITIVE_INFINITY)
  }, [found])
  return (
    <div class="v-screen v-list" ref={asideLooks}>
      <search class="v-search">
        <Icon shape={searchShape} />
        <input
          type="search"
          part="search"
          aria-label={texts.search}
          placeholder={texts.search}
          enterkeyhint="search"
          autocomplete="off"
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </search>
      <CategoryChips chosen={category} onChoose={choose} />
      <div class="v-grid" aria-busy={list.status === 'loading'}>
        {list.products.slice(0, most).map((product) => (
          <ProductCard key={product.id} shop={shop} product={product} onOpen={open} />
        ))}
        {list.status === 'loading' && found === 0 && skeletons.map((each) => <CardSkeleton key={each} />)}
      </div>
      {list.status === 'ready' && !list.failure && found === 0 && (
        <Notice title={texts.nothingFound} hint={texts.nothingFoundHint} icon={<Icon shape={searchShape} />}>
          <button type="button" class="v-button v-quiet" onClick={() => choose(undefined, '')}>
            {texts.showAll}
          </button>
        </Notice>
      )}
      {list.failure && <FailedNotice title={texts.listFailed} failure={list.failure} onRetry={more} />}
      {list.next && !list.failure && <LoadMore busy={list.status === 'loading'} onMore={more} />}
    </div>
  )
}
