import type { CartChanges, CartLine } from '@vitrina/core'
import { thumbnailOf } from '../catalogue/picture-of.ts'
import type { ProductView } from '../catalogue/product-of-rows.ts'
import type { CartPatch } from './apply-operations.ts'
import type { CartArticle, CartExtract, CartRow } from './read-carts.ts'

/** What changed in a cart since the revision that the client knows, with what was just done to it; at 0 the whole cart. */
export function changesSince(
  { since, ...cart }: CartExtract,
  patch: CartPatch,
  view: ProductView,
): Omit<CartChanges, 'cartId' | 'applied'> {
  const rows = new Map([...cart.rows, ...patch.rows].map((row) => [row.variantId, row]))
  const remarks = new Map([...cart.remarks, ...patch.remarks].map((remark) => [remark.subject, remark]))
  const articles = new Map(cart.articles.map((article) => [article.id, article]))
  const lines: CartLine[] = []
  const removed: string[] = []
  for (const row of [...rows.values()].sort((a, b) => a.position - b.position)) {
    if (row.revision <= since) continue
    const article = articles.get(row.variantId)
    if (row.quantity > 0 && article) lines.push(cartLineOf(row, article, view))
    else removed.push(row.variantId)
  }
  return {
    since,
    revision: patch.revision,
    lines,
    removed: since === 0 ? [] : removed,
    promoCodes: patch.promoCodes,
    // What was said of a line holds until the line changes again, and of a code until it is taken.
    adjustments: [...remarks.values()]
      .filter(({ subject, revision }) => revision >= (rows.get(subject)?.revision ?? 0))
      .sort((a, b) => a.revision - b.revision || (a.subject < b.subject ? -1 : 1))
      .map(({ adjustment }) => adjustment)
      .filter(
        (adjustment) => !('promoCode' in adjustment && patch.promoCodes.includes(adjustment.promoCode)),
      ),
  }
}

function cartLineOf(row: CartRow, article: CartArticle, view: ProductView): CartLine {
  const { productId, title, options, picture, price } = article
  return {
    variantId: row.variantId,
    productId,
    title,
    options,
    ...(picture !== null && { picture: thumbnailOf(picture, view) }),
    unitPrice: { amount: price, currency: view.currency },
    quantity: row.quantity,
  }
}
