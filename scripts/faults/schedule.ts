import { seededRandom } from '../../packages/core/src/memory.ts'
import type { Fault } from './proxy.ts'

/** What is bought: by how many pieces each product of a schedule starts. */
export interface Schedule {
  seed: number
  /**
   * `adds`: only additions, by several pages at once, so that nothing may be missing or there twice.
   * `edits`: one page changes and removes too, so that the cart must be exactly what was tapped.
   * `contest`: two buyers want the same last pieces.
   */
  mode: 'adds' | 'edits' | 'contest'
  /** Each page by its device and buyer: two pages of one device share its storage. */
  pages: { device: number; buyer: number }[]
  stock: number[]
  payment: 'cash' | 'card'
  /** How often a request meets a fault. */
  faultRate: number
  steps: Step[]
}

/** One thing that happens, `after` milliseconds after the one before. */
export type Step = { after: number } & (
  | { do: 'add' | 'set'; page: number; product: number; quantity: number }
  | { do: 'remove'; page: number; product: number }
  | { do: 'give'; page: number; code: string }
  /** Opens the checkout, fills it and taps "place order" so many times. */
  | { do: 'buy'; page: number; taps: number }
  | { do: 'kill'; page: number }
  | { do: 'wake'; page: number }
  | { do: 'close'; page: number }
  | { do: 'offline'; milliseconds: number }
  | { do: 'pay'; page: number; how: 'approve' | 'decline' }
)

/** The same seed makes the same schedule. */
export function makeSchedule(seed: number): Schedule {
  const random = seededRandom(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const one = <Value>(...values: Value[]): Value => values[upTo(values.length)] as Value
  const mode = one('adds', 'adds', 'edits', 'contest')
  const pages = {
    adds: one(
      [{ device: 0, buyer: 0 }],
      [
        { device: 0, buyer: 0 },
        { device: 0, buyer: 0 },
      ],
      [
        { device: 0, buyer: 0 },
        { device: 1, buyer: 0 },
      ],
    ),
    edits: [{ device: 0, buyer: 0 }],
    contest: [
      { device: 0, buyer: 0 },
      { device: 1, buyer: 1 },
    ],
  }[mode]
  const page = () => upTo(pages.length)
  const products = mode === 'contest' ? 1 : 3
  const steps: Step[] = []
  const push = (step: Step) => steps.push(step)
  const trouble = () => {
    const dice = random()
    if (dice < 0.2) push({ after: upTo(150), do: 'kill', page: page() })
    else if (dice < 0.3) push({ after: upTo(100), do: 'wake', page: page() })
    else if (dice < 0.4) push({ after: upTo(100), do: 'offline', milliseconds: 50 + upTo(300) })
    else if (dice < 0.45) push({ after: upTo(100), do: 'close', page: page() })
  }
  const add = (at: number) =>
    push({ after: upTo(60), do: 'add', page: at, product: upTo(products), quantity: 1 + upTo(3) })
  for (const index of pages.keys()) if (mode === 'contest' || index === 0) add(index)
  for (let count = upTo(6); count > 0; count -= 1) {
    const target = { after: upTo(80), page: page(), product: upTo(products) }
    if (mode === 'edits' && random() < 0.3) push({ ...target, do: 'set', quantity: 1 + upTo(9) })
    else if (mode === 'edits' && random() < 0.2) push({ ...target, do: 'remove' })
    else add(target.page)
    if (random() < 0.2)
      push({ after: upTo(60), do: 'give', page: page(), code: one('THIRD', 'ONCE', 'NO SUCH') })
    trouble()
  }
  for (let count = 1 + upTo(3); count > 0; count -= 1) {
    push({ after: upTo(200), do: 'buy', page: page(), taps: one(1, 1, 2, 5) })
    // The moments that matter come right after: while the quote, the order or its answer is on the way.
    trouble()
    trouble()
    if (random() < 0.5) push({ after: upTo(400), do: 'pay', page: page(), how: one('approve', 'decline') })
    if (mode === 'adds' && random() < 0.4) add(page())
  }
  const stock = Array.from({ length: products }, () => (mode === 'contest' ? 1 + upTo(3) : 1000))
  const faultRate = one(0.15, 0.3, 0.5)
  return { seed, mode, pages, stock, payment: one('cash', 'card'), faultRate, steps }
}

/** The faults of a schedule's requests, in the order in which they come. */
export function faultsOf({ seed, faultRate }: Pick<Schedule, 'seed' | 'faultRate'>): () => Fault {
  const random = seededRandom(seed ^ 0x5eed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const kinds: (() => Fault)[] = [
    () => ({ kind: 'slow', before: upTo(150), after: upTo(150) }),
    () => ({ kind: 'reset', arrives: false }),
    () => ({ kind: 'reset', arrives: true }),
    () => ({ kind: 'cut', bytes: upTo(900) }),
    () => ({ kind: 'twice' }),
    () => ({ kind: 'again', after: upTo(400) }),
    () => ({ kind: 'status', status: 429, ...(upTo(4) === 0 && { retryAfter: 1 }), arrives: false }),
    () => ({ kind: 'status', status: 503, ...(upTo(4) === 0 && { retryAfter: 1 }), arrives: false }),
    () => ({ kind: 'status', status: [500, 502, 504][upTo(3)] ?? 500, arrives: upTo(2) === 0 }),
    () => ({ kind: 'silence', arrives: upTo(2) === 0 }),
  ]
  return () => (random() < faultRate ? (kinds[upTo(kinds.length)]?.() ?? { kind: 'none' }) : { kind: 'none' })
}
