/** A product as all contenders are told about it. */
export interface ShownProduct {
  id: string
  title: string
  /** As it is read: `1 290,50 ₽`. */
  price: string
  /** Kopecks. */
  amount: number
  /** A path of the site. */
  picture: string
}

export interface Asked {
  method: string
  /** With its host and its query: `vitrina.commercelayer.io/api/skus?page[size]=25`. */
  address: URL
  body: string
}

export interface Answer {
  status?: number
  json: unknown
  /** What it is counted as. */
  about?: 'cart' | 'products'
}

/** Answers as a vendor's API does; null where there is nothing to say. */
export type Api = (asked: Asked) => Answer | null
