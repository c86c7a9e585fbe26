/**
 * Where each part is found. The mini app is on `127.0.0.1` inside a page of `localhost`, so that it is embedded
 * by another site, as a network embeds it.
 */
export interface Addresses {
  /** The emulator's page. */
  emulator: string
  server: string
  app: string
  feed: string
  /** The mini app once more, for the phones of the emulator. */
  native: string
}

/** The consecutive ports from the first one, without a slash at the end. */
export function addressesFrom(port: number): Addresses {
  return {
    emulator: `http://localhost:${port}`,
    server: `http://127.0.0.1:${port + 1}`,
    app: `http://127.0.0.1:${port + 2}`,
    feed: `http://localhost:${port + 3}`,
    native: `http://127.0.0.1:${port + 4}`,
  }
}
