import { aside } from '../aside.tsx'
import { Busy } from '../busy.tsx'
import { ListBones } from './list-bones.tsx'
import { RowBones } from './row-bones.tsx'

/** The whole assortment. */
export const ProductsScreen = aside('ProductsScreen', ListBones)

/** Who sells, on which terms, and what. */
export const SellerScreen = aside('SellerScreen', RowBones)

/** How goods get to the buyer, and who sells them on which terms. */
export const SaleTerms = aside('SaleTerms', RowBones)

/** The buyer's orders. */
export const OrdersScreen = aside('OrdersScreen', RowBones)

/** An order that was made before. */
export const OrderScreen = aside('OrderScreen', RowBones)

/** What the buyer keeps for later. */
export const WishListScreen = aside('WishListScreen', RowBones)

/** A line on its way from the cart to the wish list, or the heart of a variant. */
export const Wish = aside('Wish', Busy)

/** The codes of the cart, and a field for one more. */
export const PromoField = aside('PromoField', Nothing)

/** What the server changed. */
export const Adjustments = aside('Adjustments', Nothing)

/** A courier's address, from the host. */
export const HostAddress = aside('HostAddress', Nothing)

/** A product's pictures, as large as the window. */
export const PictureViewer = aside('PictureViewer', Busy)

/** Many ways to get the goods, with a search. */
export const LongDelivery = aside('LongDelivery', RowBones)

/** Why an order cannot be placed as it is, and the way on. */
export const CheckoutRefused = aside('CheckoutRefused', Busy)

/** An order whose payment failed. */
export const UnpaidStep = aside('UnpaidStep', RowBones)

function Nothing(): null {
  return null
}
