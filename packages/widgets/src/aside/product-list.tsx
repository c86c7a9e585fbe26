import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailedNotice } from '../failed-notice.tsx'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { CardSkeleton } from '../screens/card-skeleton.tsx'
import { CategoryChips } from './category-chips.tsx'
import { ListTools } from './filters/list-tools.tsx'
import { LoadMore } from './load-more.tsx'
import { ProductRows } from './product-rows.tsx'
import { useAsideTexts } from './use-aside-texts.ts'
import { useSearch } from './use-search.ts'

const skeletons = [1, 2, 3, 4, 5, 6]
/** As many as a phone shows. */
const cardsAtFirst = 4

/** Products, of one seller or of all: searched as one types, narrowed and put in order, longer on scroll. */
export function ProductList({ sellerId }: { sellerId?: string }): JSX.Element {
  const { shop } = useScene()
  const texts = useAsideTexts()
  const search = useSearch(shop, sellerId)
  const { text, category, list, type, choose, reset, more } = search
  const found = list.products.length
  // What is seen is painted before the rest is drawn: a slow phone takes half a second for a whole page.
  const [most, show] = useState(cardsAtFirst)
  useEffect(() => {
    if (found > most) show(Number.POSITIVE_INFINITY)
  }, [found])
  return (
    <>
      <search class="v-search">
        <Icon shape={shapes.search} />
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
      {/* How many a category has is told of the whole shop. */}
      {!sellerId && <CategoryChips chosen={category} onChoose={choose} />}
      <ListTools search={search} />
      <div class="v-rows" aria-busy={list.status === 'loading'}>
        <ProductRows products={most < found ? list.products.slice(0, most) : list.products} />
        {list.status === 'loading' && found === 0 && (
          <div class="v-grid">
            {skeletons.map((each) => (
              <CardSkeleton key={each} />
            ))}
          </div>
        )}
      </div>
      {list.status === 'ready' && !list.failure && found === 0 && (
        <Notice
          title={texts.nothingFound}
          hint={texts.nothingFoundHint}
          icon={<Icon shape={shapes.search} />}
        >
          <button type="button" class="v-button v-quiet" part="reset-search" onClick={reset}>
            {texts.showAll}
          </button>
        </Notice>
      )}
      {list.failure && <FailedNotice title={texts.listFailed} failure={list.failure} onRetry={more} />}
      {list.next && !list.failure && <LoadMore busy={list.status === 'loading'} onMore={more} />}
    </>
  )
}
