/** Checks that the server's SQL stays in the subset that `docs/decisions/pglite.md` promises. */
import { type SourceFile, sourceFiles } from './source-files.ts'

/** What some engine that speaks PostgreSQL's language lacks, or does otherwise. */
const refused: [RegExp, string][] = [
  [
    /\b(?:small|big)?serial\b|\bcreate\s+sequence\b|\bnextval\s*\(|\bgenerated\s+\w+(?:\s+\w+)?\s+as\s+identity\b/i,
    'a sequence',
  ],
  [/^\s*(?:listen|unlisten|notify)\s+\w|\bpg_notify\s*\(/i, 'LISTEN and NOTIFY'],
  [/\bpg_(?:try_)?advisory\w*\s*\(/i, 'an advisory lock'],
  [/\bcreate\s+(?:constraint\s+)?trigger\b/i, 'a trigger'],
  [/\bcreate\s+(?:or\s+replace\s+)?(?:function|procedure)\b|\bdo\s+\$/i, 'a stored procedure'],
  [/\block\s+table\b/i, 'LOCK TABLE'],
  [/\btruncate\s+\w/i, 'TRUNCATE'],
  [/\bcreate\s+(?:temp|temporary)\b/i, 'a temporary table'],
  [/^\s*savepoint\s+\w|\brollback\s+to\s+savepoint\b/i, 'a savepoint'],
  [/\bdeferrable\b/i, 'a deferrable constraint'],
  [/\bexclude\s+using\b/i, 'an exclusion constraint'],
  [/\bpartition\s+(?:by\s+(?:range|list|hash)|of)\b/i, 'a partition'],
  [/\breferences\s+\w+\s*\(|\bforeign\s+key\b/i, 'a foreign key'],
  [/\bskip\s+locked\b/i, 'SKIP LOCKED'],
]

/** One line for each statement past the subset; empty when all is well. */
export async function checkPortableSql(root: string): Promise<string[]> {
  const files = (await sourceFiles(root)).filter(({ path }) => path.startsWith('packages/server/src/'))
  return files.flatMap((file) => literalsOf(file.text).flatMap((literal) => literalProblems(file, literal)))
}

function literalProblems({ path }: SourceFile, literal: string): string[] {
  const found = refused.filter(([pattern]) => pattern.test(literal)).map(([, what]) => what)
  return [...found, ...keyProblems(literal)].map((what) => `${path}: ${what} is not in the portable subset`)
}

/** Every table and every index is cut by shop: the column that a distributed data base spreads rows by comes first. */
function keyProblems(literal: string): string[] {
  const table = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)/i.exec(literal)?.[1]
  if (table?.startsWith('vitrina_migration')) return []
  const keys = literal.matchAll(/\b(primary\s+key|unique)\s*\(\s*(\w+)/gi)
  const problems = [...keys].flatMap(([, kind, column]) =>
    column === 'shop_id' ? [] : [`a ${kind} that begins with ${column} instead of shop_id`],
  )
  if (
    table &&
    !/\bprimary\s+key\s*\(/i.test(literal) &&
    !/\bshop_id\s+text\s+primary\s+key\b/i.test(literal)
  ) {
    problems.push(`the table ${table} without a primary key that begins with shop_id`)
  }
  const index = /\bcreate\s+(?:unique\s+)?index\s+(\w+)\s+on\s+\w+\s*\(\s*(\w+)/i.exec(literal)
  if (index && index[2] !== 'shop_id')
    problems.push(`the index ${index[1]}, which does not begin with shop_id,`)
  return problems
}

/** Strings and templates of a module, without its comments. */
function literalsOf(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return [...bare.matchAll(/`((?:[^`\\]|\\.)*)`|'((?:[^'\\\n]|\\.)*)'/g)].map(
    ([, template, string]) => template ?? string ?? '',
  )
}
