import { type Row, type Seen, spaced } from './figures.ts'

export interface Column {
  name: string
  seen: Seen
}

/** A table as docs/proof.md has it. Under it stand the reasons for its dashes. */
export function tableOf(rows: readonly Row[], columns: readonly Column[]): string {
  const reasons = new Map<string, string[]>()
  const lines = rows.map(({ figure, what, goal }) => {
    const cells = columns.map(({ name, seen }) => {
      const value = seen.figures[figure]
      const note = seen.notes[figure]
      if (value !== undefined) return note ? `${rounded(value)} (${note})` : rounded(value)
      const reason = `${name}: ${seen.missing[figure] ?? 'not measured'}`
      reasons.set(reason, [...(reasons.get(reason) ?? []), bare(what)])
      return '–'
    })
    return [what, ...cells, goalText(goal)]
  })
  const head = ['', ...columns.map(({ name }) => name), 'goal']
  const listed = [...reasons].map(([reason, missing]) => `- ${reason} (${missing.join('; ')})`)
  return [markdown(head, lines), ...(listed.length > 0 ? ['', ...listed] : [])].join('\n')
}

/** How many times floor (i) and floor (ii) each figure is: `1.2 / 0.9`. */
export function ratiosOf(rows: readonly Row[], columns: readonly Column[]): string {
  const [first, second, ...others] = columns
  if (!first || !second) return ''
  const lines = rows.flatMap(({ figure, what, noise = 0 }) => {
    const floors = [first, second].map(({ seen }) => seen.figures[figure] ?? 0)
    if (floors.some((floor) => floor <= noise)) return []
    const cells = others.map(({ seen }) => {
      const value = seen.figures[figure]
      return value === undefined ? '–' : floors.map((floor) => (value / floor).toFixed(2)).join(' / ')
    })
    return [[bare(what), ...cells]]
  })
  return markdown(['times floor (i) / (ii)', ...others.map(({ name }) => name)], lines)
}

/** What is measured, without its unit. */
const bare = (what: string) => what.replace(/, (ms|B|%)$/, '')

function markdown(head: readonly string[], lines: readonly string[][]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function goalText(goal: Row['goal']): string {
  if (!goal) return ''
  if ('bound' in goal) return `≤ ${spaced(goal.bound)}`
  return goal.times === 1 ? '≤ (ii)' : `≤ ${goal.times} × (ii)`
}

function rounded(figure: number): string {
  return Math.abs(figure) < 10 ? figure.toFixed(1) : spaced(Math.round(figure))
}
