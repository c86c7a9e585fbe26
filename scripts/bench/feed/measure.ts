import { type Figure, type Figures, rowsOf, type Seen, spaced } from './figures.ts'
import { cardsOf, codeOf, remountsOf, scrollOf, startOf, type Task, tapsOf } from './journeys.ts'

/** A step that takes longer is given up. The slowest that ends takes half of it on two cores. */
const patience = 120_000

interface Outcome extends Figures {
  notes?: Seen['notes']
}

interface Step {
  /** What it finds out. */
  finds: readonly Figure[]
  run(task: Task, signal: AbortSignal): Promise<Outcome>
}

const steps: readonly Step[] = [
  {
    finds: ['first card', 'working button', 'add counted'],
    async run(task, signal) {
      const { card, working, counted } = await startOf(task, signal, {})
      return { 'first card': card, 'working button': working, 'add counted': counted }
    },
  },
  {
    finds: ['gzip', 'brotli'],
    run: codeOf,
  },
  {
    finds: ['first card, 4 ×', 'add counted, 4 ×'],
    async run(task, signal) {
      const { card, counted } = await startOf(task, signal, { processor: 4 })
      return { 'first card, 4 ×': card, 'add counted, 4 ×': counted }
    },
  },
  {
    finds: ['slow: first card', 'slow: working button', 'slow: add counted', 'slow: tap to count'],
    async run(task, signal) {
      const { card, working, counted } = await startOf(task, signal, { slow: true, processor: 4 })
      return {
        'slow: first card': card,
        'slow: working button': working,
        'slow: add counted': counted,
        'slow: tap to count': counted - working,
      }
    },
  },
  {
    finds: ['mount 10'],
    run: async (task, signal) => ({ 'mount 10': (await cardsOf(task, signal, 10)).milliseconds }),
  },
  {
    finds: ['mount 100'],
    run: async (task, signal) => ({ 'mount 100': (await cardsOf(task, signal, 100)).milliseconds }),
  },
  {
    finds: ['mount all', 'longest task', 'requests', 'shift', 'heap', 'nodes'],
    async run(task, signal) {
      const { most, contender } = task
      const { milliseconds, longest, requests, shift, heap, nodes, buttons } = await cardsOf(
        task,
        signal,
        most,
      )
      // The widgets draw what is near; who draws everything has a button for everything.
      const lacks = contender.role !== 'own' && buttons < most
      return {
        notes: lacks ? { 'mount all': `${spaced(buttons)} of ${spaced(most)} buttons work` } : {},
        'mount all': milliseconds,
        'longest task': longest,
        requests,
        shift,
        heap: heap / most,
        nodes: nodes / most,
      }
    },
  },
  {
    finds: ['mount all, 4 ×'],
    run: async (task, signal) => ({
      'mount all, 4 ×': (await cardsOf(task, signal, task.most, { processor: 4 })).milliseconds,
    }),
  },
  {
    finds: ['tap, 1'],
    run: async (task, signal) => ({ 'tap, 1': (await tapsOf(task, signal, 1)).tap }),
  },
  {
    finds: ['tap, 100'],
    run: async (task, signal) => ({ 'tap, 100': (await tapsOf(task, signal, 100)).tap }),
  },
  {
    finds: ['tap, all', 'JSON of an add', 'cart opened'],
    async run(task, signal) {
      const { tap, json, opening } = await tapsOf(task, signal, linesOf(task))
      return { 'tap, all': tap, 'JSON of an add': json, ...(opening !== null && { 'cart opened': opening }) }
    },
  },
  { finds: ['scroll', 'frames missed'], run: scrollOf },
  { finds: ['growth'], run: remountsOf },
]

const linesOf = ({ contender: { mostLines }, most }: Task) => Math.min(most, mostLines ?? most)

/** All figures of a contender, once. What `hopeless` names did not end before and is not tried again. */
export async function measure(task: Task, hopeless: Seen['missing']): Promise<Seen> {
  const { contender, most } = task
  const seen: Seen = { figures: {}, missing: {}, notes: {} }
  if (linesOf(task) < most) {
    const lines = `${spaced(linesOf(task))} lines`
    seen.notes = { 'tap, all': lines, 'JSON of an add': lines, 'cart opened': lines }
  }
  if ((contender.mostListed ?? most) < linesOf(task))
    seen.notes['cart opened'] = `${contender.mostListed} of ${spaced(linesOf(task))} lines`
  const wanted = new Set(rowsOf(most).map(({ figure }) => figure))
  for (const { finds, run } of steps) {
    if (!finds.some((figure) => wanted.has(figure))) continue
    const reason = finds.map((figure) => hopeless[figure]).find(Boolean)
    const outcome = reason ?? (await attempt(task, run))
    if (typeof outcome !== 'string') Object.assign(seen.notes, outcome.notes)
    for (const figure of finds) {
      const why = contender.without?.[figure] ?? (typeof outcome === 'string' ? outcome : undefined)
      if (why) seen.missing[figure] = why
      else if (typeof outcome !== 'string') seen.figures[figure] = outcome[figure] ?? 0
    }
  }
  return seen
}

/** What a step finds out, or one line about why it could not. */
async function attempt(task: Task, run: Step['run']): Promise<Outcome | string> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  const late = new Promise<string>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(`does not end within ${patience / 1000} s`))
  })
  try {
    return await Promise.race([run(task, stop.signal), late])
  } catch (error) {
    const reason = String(error)
    return /waited too long: (.*)/.exec(reason)?.[1] ?? reason.split('\n')[0] ?? reason
  } finally {
    clearTimeout(timer)
  }
}
