import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { RowBones } from '../screens/row-bones.tsx'
import { useRows } from '../screens/use-rows.ts'
import { heartShape } from './heart-shape.ts'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'
import { useWishList } from './use-wish-list.ts'
import { WishRow } from './wish-row.tsx'

/** What the buyer keeps for later, the newest first. */
export function WishListScreen(): JSX.Element {
  const { texts, leave } = useScene()
  const words = useAsideTexts()
  const list = useWishList()
  const rows = useRows(list.wishes)
  if (list.status === 'loading' && rows.length === 0) return <RowBones />
  return (
    <div class="v-screen" ref={asideLooks}>
      {rows.length > 0 && (
        <ul class="v-lines">
          {rows.map(({ item, here }) => (
            <WishRow key={item.variantId} wish={item} here={here} list={list} />
          ))}
        </ul>
      )}
      {list.wishes.length === 0 && (
        <Notice title={words.wishListEmpty} hint={words.wishListEmptyHint} icon={<Icon shape={heartShape} />}>
          <button type="button" class="v-button v-quiet" onClick={leave}>
            {texts.toProducts}
          </button>
        </Notice>
      )}
    </div>
  )
}
