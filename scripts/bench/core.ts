/** Measures what a tap costs in carts of several sizes: `npm run bench:core`. */
import { type CartLine, createShop, type Merchant, ok } from '../../packages/core/src/index.ts'
import { manualClock, memoryHost, memoryMerchant, memoryNetwork } from '../../packages/core/src/memory.ts'

const sizes = [10, 100, 1000, 2000, 4000]
const taps = 400
/** Milliseconds that a tap may take in a cart of 1 000 lines, and how far above linear its growth may be measured. */
const limit = 1
const slack = 1.5

if (process.argv.includes('--help')) {
  console.log(
    'npm run bench:core   A tap and its answer, folded into carts of 10 to 4 000 lines; fails over 1 ms.',
  )
  process.exit(0)
}

const rub = (amount: number) => ({ amount, currency: 'RUB' })
const idOf = (index: number) => `v${index}`

/** Answers at once: first with a whole cart, then with the one line that an operation changed. */
function merchantWith(lines: CartLine[]): Merchant {
  let revision = 1
  return {
    ...memoryMerchant(),
    async syncCart({ operations, since }) {
      const applied = operations.map(({ id }) => id)
      revision += operations.length
      const changed = operations.flatMap((operation) => {
        const line = lines.find(
          ({ variantId }) => 'variantId' in operation && variantId === operation.variantId,
        )
        return line && 'quantity' in operation ? { ...line, quantity: operation.quantity } : []
      })
      const answer = { cartId: 'c', since, revision, removed: [], promoCodes: [], applied, adjustments: [] }
      return ok({ ...answer, lines: since === 0 ? lines : changed })
    },
  }
}

async function measure(size: number): Promise<{ tap: number; tap95: number; answer: number }> {
  const lines = Array.from({ length: size }, (_, index) => ({
    variantId: idOf(index),
    productId: `p${index}`,
    title: `Thing ${index}`,
    options: {},
    unitPrice: rub(100 + index),
    quantity: 1,
  }))
  const clock = manualClock()
  let ids = 0
  const shop = createShop({
    host: memoryHost(),
    merchant: merchantWith(lines),
    clock,
    network: memoryNetwork(),
    random: Math.random,
    createId: () => `o${++ids}`,
  })
  await shop.start()
  await clock.pass(1)
  let drawn = 0
  shop.cart.subscribe(({ count }) => {
    drawn += count
  })
  const tapTimes: number[] = []
  const answerTimes: number[] = []
  for (let tap = 0; tap < taps; tap += 1) {
    const started = performance.now()
    shop.cart.setQuantity(idOf((tap * 7) % size), 1 + (tap % 9))
    const tapped = performance.now()
    await shop.cart.drained()
    tapTimes.push(tapped - started)
    answerTimes.push(performance.now() - tapped)
  }
  shop.stop()
  if (drawn === 0) throw new Error('nothing was drawn')
  // The first taps are the compiler's.
  const warm = (times: number[]) => times.slice(taps / 4).sort((a, b) => a - b)
  const [tap, answer] = [warm(tapTimes), warm(answerTimes)]
  const at = (times: number[], part: number) => times[Math.floor(times.length * part)] ?? 0
  return { tap: at(tap, 0.5), tap95: at(tap, 0.95), answer: at(answer, 0.5) }
}

await measure(1000)
const results = new Map<number, Awaited<ReturnType<typeof measure>>>()
for (const size of sizes) {
  const result = await measure(size)
  results.set(size, result)
  const { tap, tap95, answer } = result
  console.log(
    `${String(size).padStart(5)} lines: a tap ${tap.toFixed(3)} ms (95 % within ${tap95.toFixed(3)}), its answer ${answer.toFixed(3)} ms`,
  )
}
const thousand = results.get(1000)?.tap ?? Number.POSITIVE_INFINITY
const growth = (results.get(4000)?.tap ?? Number.POSITIVE_INFINITY) / thousand
console.log(
  `goal: ${thousand.toFixed(3)} of ${limit} ms at 1 000 lines; four times the lines cost ${growth.toFixed(1)} times as much`,
)
process.exitCode = thousand <= limit && growth <= 4 * slack ? 0 : 1
