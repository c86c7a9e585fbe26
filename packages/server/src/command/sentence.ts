import type { OpenDatabaseFailure } from '../database/open-database.ts'
import type { ServeFailure } from '../serve.ts'

/** What went wrong and what to do about it, in one sentence. */
export function sentenceOf(failure: OpenDatabaseFailure | ServeFailure): string {
  switch (failure.code) {
    case 'locked':
      return `The data folder ${failure.folder} is in use by process ${failure.pid}: stop that server first, or set VITRINA_DATA to another folder.`
    case 'unavailable':
      return `The data base cannot be opened: ${failure.reason}`
    case 'port-taken':
      return `Port ${failure.port} is taken: choose another with --port.`
    case 'cannot-listen':
      return `The server cannot listen: ${failure.reason}.`
    case 'missing-secret':
      return failure.reason
  }
}
