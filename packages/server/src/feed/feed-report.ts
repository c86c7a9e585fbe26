import type {
  FeedProblem,
  FeedProblemCode,
  Finding,
  RefusalCode,
  StopCode,
  WarningCode,
} from './feed-problem.ts'
import { problemMessage } from './problem-message.ts'

/** What an import took, what it did not, and why. JSON-safe. */
export interface FeedReport {
  offers: { taken: number; refused: number }
  products: number
  variants: number
  categories: number
  /** The first ones; `counts` knows all. */
  problems: FeedProblem[]
  /** How often each problem occurred. */
  counts: { code: FeedProblemCode; count: number }[]
  /**
   * Why and where the reading ended before the end of the feed. What came before is taken, and goods that were not
   * reached stay in the shop as they were.
   */
  stopped?: FeedProblem
}

type Place = { line: number; offer?: string }

export interface ReportBuilder {
  report: FeedReport
  refuse(place: Place, finding: Finding<RefusalCode>): void
  warn(place: Place, finding: Finding<WarningCode>): void
  stop(place: Place, finding: Finding<StopCode>): void
}

export function reportBuilder(maxProblems: number): ReportBuilder {
  const report: FeedReport = {
    offers: { taken: 0, refused: 0 },
    products: 0,
    variants: 0,
    categories: 0,
    problems: [],
    counts: [],
  }
  function note(place: Place, finding: Finding): FeedProblem {
    const { code } = finding
    const problem: FeedProblem = { line: place.line, code, message: problemMessage(finding) }
    if (place.offer) problem.offer = place.offer.slice(0, 100)
    if (report.problems.length < maxProblems) report.problems.push(problem)
    const known = report.counts.find((count) => count.code === code)
    if (known) known.count++
    else report.counts.push({ code, count: 1 })
    return problem
  }
  return {
    report,
    refuse(place, finding) {
      report.offers.refused++
      note(place, finding)
    },
    warn(place, finding) {
      note(place, finding)
    },
    stop(place, finding) {
      report.stopped = note(place, finding)
    },
  }
}
