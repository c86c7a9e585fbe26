/** What a page has asked Plaza for. */
export interface Asked {
  number: number
  what: string
  url?: string
}

/** What Plaza does: a value, a refusal in its words, or silence. */
export type Reply = { value: object } | { refused: string } | null

/** The made-up network itself, small enough for a test: gives the port that its pages speak through. */
export function plaza(replies: Record<string, Reply> = {}): { port: MessagePort; end(): void } {
  const { port1, port2 } = new MessageChannel()
  const usual: Record<string, Reply> = {
    launch: {
      value: { ticket: 'signed-by-plaza', userId: 7, language: 'en', can: ['contact', 'close', 'fly'] },
    },
    contact: { value: { name: 'Anna Orlova', phone: '8 (916) 123-45-67' } },
    open: { value: {} },
    close: { value: {} },
  }
  port1.onmessage = ({ data: { number, what } }: MessageEvent<Asked>) => {
    const reply = what in replies ? replies[what] : (usual[what] ?? { refused: 'no such thing' })
    if (reply) port1.postMessage({ to: number, ...reply })
  }
  port1.postMessage({ look: { dark: true, bar: 44 } })
  return { port: port2, end: () => port1.close() }
}
