interface ImportMetaEnv {
  /** Where the shop's server is. */
  readonly VITE_VITRINA_URL?: string
  /** The shop's id on that server. */
  readonly VITE_VITRINA_SHOP?: string
  /** Shops of communities: `200001=lavka,200002=other`. */
  readonly VITE_VITRINA_COMMUNITIES?: string
}
