import { aside } from '../aside.tsx'
import { ListBones } from './list-bones.tsx'
import { RowBones } from './row-bones.tsx'

/** The whole assortment. */
export const ProductsScreen = aside({ piece: (pieces) => pieces.ProductsScreen, Bones: ListBones })

/** The buyer's orders. */
export const OrdersScreen = aside({ piece: (pieces) => pieces.OrdersScreen, Bones: RowBones })

/** An order that was made before. */
export const OrderScreen = aside({ piece: (pieces) => pieces.OrderScreen, Bones: RowBones })

/** The codes of the cart, and a field for one more. */
export const PromoField = aside({ piece: (pieces) => pieces.PromoField, Bones: Nothing })

/** Why a code takes nothing off. */
export const PromoNotice = aside({ piece: (pieces) => pieces.PromoNotice, Bones: Nothing })

/** A courier's address, from the host. */
export const HostAddress = aside({ piece: (pieces) => pieces.HostAddress, Bones: Nothing })

function Nothing(): null {
  return null
}
