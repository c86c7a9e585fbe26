import { aside } from '../aside.tsx'
import { Busy } from '../busy.tsx'
import { ListBones } from './list-bones.tsx'
import { RowBones } from './row-bones.tsx'

/** The whole assortment. */
export const ProductsScreen = aside({ piece: (pieces) => pieces.ProductsScreen, Bones: ListBones })

/** Who sells, on which terms, and what. */
export const SellerScreen = aside({ piece: (pieces) => pieces.SellerScreen, Bones: RowBones })

/** How a product gets to the buyer, and who sells it on which terms. */
export const ProductTerms = aside({ piece: (pieces) => pieces.ProductTerms, Bones: RowBones })

/** The buyer's orders. */
export const OrdersScreen = aside({ piece: (pieces) => pieces.OrdersScreen, Bones: RowBones })

/** An order that was made before. */
export const OrderScreen = aside({ piece: (pieces) => pieces.OrderScreen, Bones: RowBones })

/** What the buyer keeps for later. */
export const WishListScreen = aside({ piece: (pieces) => pieces.WishListScreen, Bones: RowBones })

/** A line on its way from the cart to the wish list, or the heart of a variant. */
export const Wish = aside({ piece: (pieces) => pieces.Wish, Bones: Busy })

/** The codes of the cart, and a field for one more. */
export const PromoField = aside({ piece: (pieces) => pieces.PromoField, Bones: Nothing })

/** What the server changed. */
export const Adjustments = aside({ piece: (pieces) => pieces.Adjustments, Bones: Nothing })

/** A courier's address, from the host. */
export const HostAddress = aside({ piece: (pieces) => pieces.HostAddress, Bones: Nothing })

/** A product's pictures, as large as the window. */
export const PictureViewer = aside({ piece: (pieces) => pieces.PictureViewer, Bones: Busy })

/** Many ways to get the goods, with a search. */
export const LongDelivery = aside({ piece: (pieces) => pieces.LongDelivery, Bones: RowBones })

/** What of an order is sold out, and the way on. */
export const ShortLines = aside({ piece: (pieces) => pieces.ShortLines, Bones: Nothing })

/** Why the host gave no name and phone. */
export const ContactRefused = aside({ piece: (pieces) => pieces.ContactRefused, Bones: Nothing })

/** An order whose payment failed. */
export const UnpaidStep = aside({ piece: (pieces) => pieces.UnpaidStep, Bones: RowBones })

function Nothing(): null {
  return null
}
