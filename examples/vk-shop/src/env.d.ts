interface ImportMetaEnv {
  /** Where the shop's server is. */
  readonly VITE_VITRINA_URL?: string
  /** The shop's id on that server. */
  readonly VITE_VITRINA_SHOP?: string
  /** Shops of communities: `200001=lavka,200002=other`. */
  readonly VITE_VITRINA_COMMUNITIES?: string
  /** The code of VK's pixel: `VK-RTRG-…`. */
  readonly VITE_VITRINA_PIXEL?: string
  /** The id of the price list that the pixel's products are in. */
  readonly VITE_VITRINA_PRICE_LIST?: string
  /** The code of the advertisement whose conversions VK counts. */
  readonly VITE_VITRINA_CONVERSION?: string
}
