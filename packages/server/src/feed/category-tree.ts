import type { FeedCategory } from '../catalogue-sink.ts'
import { cleanLine } from './clean-text.ts'
import { feedId } from './feed-id.ts'
import type { Finding, WarningCode } from './feed-problem.ts'

export interface RawCategory {
  line: number
  id: string
  parentId?: string | undefined
  title: string
}

type Warn = (line: number, finding: Finding<WarningCode>) => void

/**
 * The categories of a feed as a forest: a parent that does not exist is dropped, a circle is opened at the one of its
 * categories that comes first in the file, and of two with one id the first counts.
 */
export function categoryTree(raw: readonly RawCategory[], warn: Warn): FeedCategory[] {
  const byId = new Map<string, RawCategory>()
  for (const category of raw) {
    const id = category.id.trim()
    if (id === '') warn(category.line, { code: 'bad-category', value: cleanLine(category.title, 60) })
    else if (byId.has(id)) warn(category.line, { code: 'duplicate-category', value: id })
    else byId.set(id, { ...category, id, parentId: category.parentId?.trim() || undefined })
  }
  for (const category of byId.values()) {
    if (category.parentId === undefined || byId.has(category.parentId)) continue
    warn(category.line, { code: 'unknown-parent', value: category.id })
    category.parentId = undefined
  }
  openCircles(byId, warn)
  return [...byId.values()].map(({ line, id, parentId, title }) => {
    const name = cleanLine(title, 200)
    if (name === '') warn(line, { code: 'bad-category', value: id })
    return {
      id: feedId(id),
      title: name || id,
      ...(parentId !== undefined && { parentId: feedId(parentId) }),
    }
  })
}

function openCircles(byId: Map<string, RawCategory>, warn: Warn): void {
  const settled = new Set<string>()
  for (const start of byId.values()) {
    const walked = new Set<string>()
    let at: RawCategory | undefined = start
    while (at && !settled.has(at.id) && !walked.has(at.id)) {
      walked.add(at.id)
      at = at.parentId === undefined ? undefined : byId.get(at.parentId)
    }
    if (at && walked.has(at.id)) openCircle(at, byId, warn)
    for (const id of walked) settled.add(id)
  }
}

function openCircle(start: RawCategory, byId: Map<string, RawCategory>, warn: Warn): void {
  let first = start
  let at = start.parentId === undefined ? undefined : byId.get(start.parentId)
  while (at && at !== start) {
    if (at.line < first.line) first = at
    at = at.parentId === undefined ? undefined : byId.get(at.parentId)
  }
  warn(first.line, { code: 'category-cycle', value: first.id })
  first.parentId = undefined
}
