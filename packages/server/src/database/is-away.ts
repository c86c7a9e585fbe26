import { sqlState } from './sql-state.ts'

/** What a socket says of a data base that is not there, or has gone. */
const unreachable =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ERR_STREAM_(DESTROYED|WRITE_AFTER_END))$/
/** It ends or begins, has no connection left, or lost one. */
const leaving = /^(08...|57P0[123]|53300)$/
/** In pg's words, which have no code: no connection in time, or one that broke. */
const pgWords =
  /^(timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection error|was closed))/

/** Whether the data base is away, or has no connection to give, so that the same may succeed a little later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = sqlState(error)
  return unreachable.test(code) || leaving.test(code) || pgWords.test(error.message)
}
