/** Tells when it is worth asking the server again: back online, the page shown or focused again. */
export interface Network {
  online(): boolean
  subscribe(listener: () => void): () => void
}
