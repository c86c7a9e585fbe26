import type { JSX } from 'preact'
import { asideLooks } from './looks.ts'
import { ProductList } from './product-list.tsx'

/** The whole assortment. */
export function ProductsScreen(): JSX.Element {
  return (
    <div class="v-screen v-list" ref={asideLooks}>
      <ProductList />
    </div>
  )
}
