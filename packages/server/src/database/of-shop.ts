/** Every row belongs to a shop, and every key starts with it: a shop can move to another data base as a whole. */
export interface OfShop {
  shop_id: string
}
