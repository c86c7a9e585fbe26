import type { PaymentMethod } from './payment.ts'

/** A merchant's legal person. A shop has one or several; each order is one seller's, and so is its money. */
export interface Seller {
  id: string
  /** For people: `Лавка`. */
  name: string
  /** Who that is by law, in one line: firm, registration number, address. */
  legal?: string
  /** Only `Merchant.sellers` tells terms and ways to pay. */
  terms?: Terms
  paymentMethods?: PaymentMethod[]
}

/** What a seller promises, and on which papers. */
export interface Terms {
  /** How goods are taken back: plain text; paragraphs are separated by an empty line. */
  returns?: string
  /** Where the offer stands: an https URL. */
  offer?: string
  /** Where it stands what becomes of personal data: an https URL. */
  privacy?: string
}
