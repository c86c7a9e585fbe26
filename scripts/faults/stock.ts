import { migrate, openDatabase } from '../../packages/server/src/index.ts'
import { startPostgres } from '../postgres.ts'
import { audit } from './audit.ts'
import { addOperation, cashOrder, httpBuyer, syncRequest } from './http-buyer.ts'
import { startServerProcess } from './server-process.ts'
import { stockUp } from './target.ts'

export interface StockOptions {
  buyers: number
  units: number
  servers: number
  print?: (line: string) => void
}

export interface StockReport {
  /** Orders that buyers were told of; must be exactly the units. */
  sold: number
  refused: number
  /** What the naive shop sold of as many units to as many buyers: it must be more, or this proves nothing. */
  naiveSold: number
  problems: string[]
  /** From the first order to the last answer, in milliseconds. */
  milliseconds: number
}

/** Many buyers want the last pieces at the same moment, on several servers over one PostgreSQL. */
export async function runStock({
  buyers,
  units,
  servers,
  print = () => {},
}: StockOptions): Promise<StockReport> {
  const postgres = await startPostgres()
  const opened = await openDatabase({ url: postgres.url })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const database = opened.value
  await migrate(database)
  await stockUp(database, { hot: units, naive: units })
  const running = await Promise.all(
    Array.from({ length: servers }, () => startServerProcess({ url: postgres.url })),
  )
  const serverOf = (index: number) => running[index % servers] as (typeof running)[number]
  try {
    print(`${buyers} buyers fill their carts on ${servers} servers`)
    const ready = await inTurns(buyers, 50, async (index) => {
      const buyer = await httpBuyer(serverOf(index).url, `stock-${index}`)
      await buyer.call('POST', '/cart', syncRequest([addOperation('hot-v')]))
      const quote = await buyer.call('POST', '/quote', { deliveryOptionId: 'courier' })
      return { buyer, hash: quote?.body.hash ?? '' }
    })
    print('all of them order')
    const started = Date.now()
    const answers = await Promise.all(
      ready.map(({ buyer, hash }) => {
        const order = cashOrder(hash)
        return buyer.call('POST', '/orders', order, { key: order.checkoutId })
      }),
    )
    const milliseconds = Date.now() - started
    const sold = answers.filter((answer) => answer?.status === 200).length
    const refused = answers.filter((answer) => answer?.body.code === 'sold-out').length
    const ids = ready.map(({ buyer }) => buyer.id)
    const stock = new Map([['hot-v', units]])
    const { problems, ordered } = await audit(database, { buyers: ids, stock, confirmed: [], applied: [] })
    if (sold !== Math.min(units, buyers))
      problems.push(`${sold} buyers were told of an order for ${units} pieces`)
    if (ordered.get('hot-v') !== sold) problems.push(`${ordered.get('hot-v')} pieces are in orders`)
    if (sold + refused !== buyers) {
      const others = answers.filter((answer) => answer?.status !== 200 && answer?.body.code !== 'sold-out')
      problems.push(`${others.length} were answered neither: ${JSON.stringify(others[0])}`)
    }
    print('all of them order from the naive shop')
    const naive = await Promise.all(
      ready.map((_, index) => fetch(serverOf(index).naive, { method: 'POST' }).then(({ status }) => status)),
    )
    const naiveSold = naive.filter((status) => status === 200).length
    if (naiveSold <= units)
      problems.push(`the naive shop sold ${naiveSold}: too little of a crowd to prove anything`)
    return { sold, refused, naiveSold, problems, milliseconds }
  } finally {
    await Promise.all(running.map((server) => server.end('SIGTERM')))
    await database.close()
    await postgres.stop()
  }
}

/** Does something so many times, at most `wide` at once. */
async function inTurns<Value>(times: number, wide: number, make: (index: number) => Promise<Value>) {
  const made: Value[] = []
  let next = 0
  const work = async () => {
    for (let index = next++; index < times; index = next++) made[index] = await make(index)
  }
  await Promise.all(Array.from({ length: wide }, work))
  return made
}
