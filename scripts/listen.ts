import type { Server } from 'node:http'

export interface Listening {
  url: string
  /** Pages keep their connections open; they are not waited for. */
  close(): Promise<void>
}

/** Serves on this machine's loopback; port 0 takes a free one. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
