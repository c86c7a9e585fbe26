/**
 * Folds text for searching, here and not in the data base: what `lower` and ILIKE know of Cyrillic depends on the
 * locale the data base was made with.
 */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')
}

/** LIKE patterns, one for each word: all must match. What the buyer typed is text, not a pattern. */
export function searchPatterns(search: string): string[] {
  const words = searchText(search).split(/\s+/).filter(Boolean).slice(0, 8)
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
