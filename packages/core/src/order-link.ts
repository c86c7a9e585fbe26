/** Opens one order to whoever has it: to look at, to pay and to cancel. Told once; a further one is another. */
export interface OrderLink {
  orderId: string
  /** For a launch's `orderLink`; as secret as the order. */
  text: string
  /** ISO 8601, UTC. */
  endsAt: string
}
