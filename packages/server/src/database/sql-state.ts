/** The five characters of PostgreSQL's error codes; '' for what is not from there. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
