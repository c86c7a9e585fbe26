/** A merchant's legal person. A shop has one or several; each order is one seller's, and so is its money. */
export interface Seller {
  id: string
  /** For people: `Лавка`. */
  name: string
  /** Who that is by law, in one line: firm, registration number, address. */
  legal?: string
}
