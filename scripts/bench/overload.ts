import { openConnection, type RawConnection } from './raw-connection.ts'

export interface OverloadResult {
  /** Answers 200 a second while the crowd was there. */
  perSecond: number
  /** Of those answers, in milliseconds. */
  p99: number
  statuses: Record<string, number>
}

/** Sends each request once at so many a second, whatever becomes of those before: a crowd does not wait for its turn. */
export async function overload(
  urls: readonly string[],
  requests: readonly Buffer[],
  perSecond: number,
): Promise<OverloadResult> {
  const free: RawConnection[] = []
  const all = new Set<RawConnection>()
  const statuses: Record<string, number> = {}
  const good: number[] = []
  let inTime = 0
  let isOver = false

  async function send(request: Buffer): Promise<void> {
    const sentAt = performance.now()
    const connection = free.pop() ?? openConnection(urls[all.size % urls.length] ?? '')
    all.add(connection)
    const status = await connection.ask(request).then(
      (answer) => {
        free.push(connection)
        return answer.status
      },
      // A connection that was cut is no answer, and not used again.
      () => 'cut',
    )
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status !== '200') return
    good.push(performance.now() - sentAt)
    if (!isOver) inTime += 1
  }

  const started = performance.now()
  const sent: Promise<void>[] = []
  while (sent.length < requests.length) {
    const due = Math.min(requests.length, Math.ceil(((performance.now() - started) / 1000) * perSecond))
    sent.push(...requests.slice(sent.length, due).map(send))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  isOver = true
  const seconds = (performance.now() - started) / 1000
  await Promise.all(sent)
  for (const connection of all) connection.close()
  good.sort((a, b) => a - b)
  return {
    perSecond: inTime / seconds,
    p99: good[Math.floor(good.length * 0.99)] ?? 0,
    statuses,
  }
}
