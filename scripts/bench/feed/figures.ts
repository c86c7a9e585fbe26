/** What is measured of a contender. Times are milliseconds; memory, code and JSON are bytes. */
export type Figure =
  | 'gzip'
  | 'brotli'
  | 'first card'
  | 'working button'
  | 'add counted'
  | 'first card, 4 ×'
  | 'add counted, 4 ×'
  | 'slow: first card'
  | 'slow: working button'
  | 'slow: add counted'
  | 'slow: tap to count'
  | 'mount 10'
  | 'mount 100'
  | 'mount all'
  | 'mount all, 4 ×'
  | 'longest task'
  | 'requests'
  | 'shift'
  | 'heap'
  | 'nodes'
  | 'tap, 1'
  | 'tap, 100'
  | 'tap, all'
  | 'JSON of an add'
  | 'cart opened'
  | 'scroll'
  | 'frames missed'
  | 'growth'

export type Figures = Partial<Record<Figure, number>>

export interface Seen {
  figures: Figures
  /** Why a figure is not there. */
  missing: Partial<Record<Figure, string>>
  /** What has to be said with a figure: `500 lines`. */
  notes: Partial<Record<Figure, string>>
}

export interface Row {
  figure: Figure
  /** As the table names it, with its unit. */
  what: string
  /** What the widgets want to reach: a bound, or so many times floor (ii). */
  goal?: { bound: number } | { times: number }
  /** Less than so much is chance, and no ratio is told. */
  noise?: number
}

/** The rows of the table, in its order, where `most` is how many products and lines there are at most. */
export function rowsOf(most: number): Row[] {
  const all = spaced(most)
  const rows: Row[] = [
    { figure: 'gzip', what: 'code until a cart is open, gzip, B' },
    { figure: 'brotli', what: 'code until a cart is open, brotli, B' },
    { figure: 'first card', what: 'first card, ms' },
    { figure: 'working button', what: 'working button, ms' },
    { figure: 'add counted', what: 'add counted, ms' },
    { figure: 'first card, 4 ×', what: 'first card, processor 4 ×, ms' },
    { figure: 'add counted, 4 ×', what: 'add counted, processor 4 ×, ms' },
    { figure: 'slow: first card', what: 'slow: first card, ms', goal: { times: 0.75 } },
    { figure: 'slow: working button', what: 'slow: working button, ms' },
    { figure: 'slow: add counted', what: 'slow: add counted, ms', goal: { times: 0.75 } },
    { figure: 'slow: tap to count', what: 'slow: tap to count, ms', goal: { times: 1.5 } },
    { figure: 'mount 10', what: 'mount 10, ms' },
    { figure: 'mount 100', what: 'mount 100, ms' },
    { figure: 'mount all', what: `mount ${all}, ms`, goal: { times: 1 } },
    { figure: 'mount all, 4 ×', what: `mount ${all}, processor 4 ×, ms` },
    { figure: 'longest task', what: `longest task at ${all}, ms`, goal: { bound: 50 } },
    { figure: 'requests', what: `requests for products at ${all}`, goal: { bound: 1 } },
    { figure: 'shift', what: `layout shift at ${all}`, goal: { bound: 0 }, noise: 0.1 },
    { figure: 'heap', what: 'heap a card, B', goal: { bound: 1000 } },
    { figure: 'nodes', what: 'nodes a card', goal: { bound: 12 } },
    { figure: 'tap, 1', what: 'tap to painted, cart of 1, ms', goal: { times: 1.3 } },
    { figure: 'tap, 100', what: 'tap to painted, cart of 100, ms' },
    { figure: 'tap, all', what: `tap to painted, cart of ${all}, ms`, goal: { times: 1.3 } },
    { figure: 'JSON of an add', what: `JSON of an add, cart of ${all}, B`, goal: { bound: 1000 }, noise: 10 },
    { figure: 'cart opened', what: `cart of ${all} opened, ms`, goal: { times: 0.25 } },
    { figure: 'scroll', what: 'scroll 1 000 px, ms', goal: { times: 0.5 } },
    { figure: 'frames missed', what: 'frames missed while scrolling, %', noise: 2 },
    { figure: 'growth', what: 'heap grown by 1 000 mounts, B', noise: 1000 },
  ]
  // Of fewer products there is nothing between one and all.
  return rows.filter(({ figure }) => most > 100 || !['mount 100', 'tap, 100'].includes(figure))
}

/** The one in the middle. */
export const middle = (figures: readonly number[]) =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

/** Medians of several runs; a figure that one of them did not reach is missing. */
export function mediansOf(runs: readonly Seen[]): Seen {
  const missing = Object.assign({}, ...runs.map((run) => run.missing)) as Seen['missing']
  const names = new Set(runs.flatMap(({ figures }) => Object.keys(figures) as Figure[]))
  const figures: Figures = {}
  for (const name of names) {
    if (!(name in missing)) figures[name] = middle(runs.map((run) => run.figures[name] ?? 0))
  }
  return { figures, missing, notes: Object.assign({}, ...runs.map(({ notes }) => notes)) }
}

/** 43340 as `43 340`. */
export const spaced = (figure: number) => String(figure).replace(/\B(?=(\d{3})+$)/g, ' ')
