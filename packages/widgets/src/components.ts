import type { ComponentType, FunctionComponent } from 'preact'
import type { Filling } from './checkout/checkout-form.tsx'
import type { DeliveryWaysProps } from './checkout/delivery-ways.tsx'
import type { TextFieldProps } from './checkout/text-field.tsx'
import type { NoticeProps } from './notice.tsx'
import type { PriceProps } from './price.tsx'
import type { ProductCardProps } from './product-card.tsx'
import type { CartLineRowProps } from './screens/cart-line-row.tsx'
import type { GalleryProps } from './screens/gallery.tsx'
import type { OrderSummaryProps } from './screens/order-summary.tsx'
import type { ProductOptionsProps } from './screens/product-options.tsx'
import type { ProductWordsProps } from './screens/product-words.tsx'
import type { StepperProps } from './stepper.tsx'

/** The pieces of a shop that a page may replace, by name, with what each is given. */
export interface ComponentProps {
  /** A product in a list. */
  ProductCard: ProductCardProps
  /** The pictures of a product. */
  Gallery: GalleryProps
  /** The price of the chosen variant, and the one before a reduction. */
  Price: PriceProps
  /** The choice of a variant. */
  ProductOptions: ProductOptionsProps
  /** What is said of a product: its description and attributes. */
  ProductWords: ProductWordsProps
  /** A line of the cart. */
  CartLine: CartLineRowProps
  /** How many pieces of a line, and more or fewer of them. */
  Stepper: StepperProps
  /** Between the lines of the cart and its button; nothing but what the page puts in. */
  CartFooter: object
  /** Whatever is typed in the checkout: name, phone, address. */
  TextField: TextFieldProps
  PhoneField: TextFieldProps
  AddressField: TextFieldProps
  /** The choice of a courier or a pick-up point. */
  DeliveryWays: DeliveryWaysProps
  /** What the order will come to. */
  CheckoutSummary: { checkout: Filling }
  /** An order that was placed: what was bought, for how much, how it gets to the buyer. */
  OrderSummary: OrderSummaryProps
  /** A calm page of few words: nothing here, failed, done. */
  Notice: NoticeProps
}

/**
 * Components of the page's own in the place of ours. Each is given what ours is given, and ours as `Default`, to draw it
 * within something else or with other props.
 *
 * @example
 * <ShopPage shop={shop} components={{ Price: ({ Default, ...props }) => <b><Default {...props} /></b> }} />
 */
export type Components = {
  [Name in keyof ComponentProps]?: ComponentType<
    ComponentProps[Name] & { Default: FunctionComponent<ComponentProps[Name]> }
  >
}
