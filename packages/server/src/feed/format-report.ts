import type { FeedProblem, FeedProblemCode } from './feed-problem.ts'
import type { FeedReport } from './feed-report.ts'
import { problemAdvice } from './problem-message.ts'

const shown = 5

/**
 * A report as lines of Russian text for the merchant: what is in the shop now, then each kind of problem with its
 * first places and what to do about it.
 */
export function formatReport(report: FeedReport): string {
  const { offers, products, variants, categories, stopped } = report
  const total = offers.taken + offers.refused
  const lines = [
    `Взято предложений: ${figure(offers.taken)} из ${figure(total)}`,
    `В магазине: товаров ${figure(products)}, вариантов ${figure(variants)}, категорий ${figure(categories)}`,
  ]
  if (offers.refused > 0) lines.push(`Пропущено предложений: ${figure(offers.refused)}`)
  if (stopped) {
    lines.push('', `Чтение остановлено на строке ${figure(stopped.line)}: ${stopped.message}.`)
    lines.push(`  ${problemAdvice(stopped.code)}`)
    if (total > 0) lines.push('  Всё, что было до этой строки, взято. Остальные товары остались, как были.')
  }
  for (const { code, count } of report.counts) {
    if (code !== stopped?.code) lines.push('', ...kind(code, count, report.problems))
  }
  if (report.counts.length === 0) lines.push('Замечаний нет.')
  return lines.join('\n')
}

function kind(code: FeedProblemCode, count: number, all: readonly FeedProblem[]): string[] {
  const problems = all.filter((problem) => problem.code === code).slice(0, shown)
  const places = problems.map(({ line, offer, message }) => {
    return `  строка ${figure(line)}${offer === undefined ? '' : `, товар ${offer}`}: ${message}`
  })
  const more = count - problems.length
  return [
    `${problemAdvice(code)} (${figure(count)})`,
    ...places,
    ...(more > 0 ? [`  …и ещё ${figure(more)}`] : []),
  ]
}

const figure = (value: number) => value.toLocaleString('ru-RU')
