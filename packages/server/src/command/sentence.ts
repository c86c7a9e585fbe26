import type { OpenDatabaseFailure } from '../database/open-database.ts'
import type { FetchFeedFailure } from '../feed/fetch-feed.ts'
import type { ServeFailure } from '../serve.ts'

/** What went wrong and what to do about it, in one sentence. */
export function sentenceOf(failure: OpenDatabaseFailure | ServeFailure | FetchFeedFailure): string {
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
    case 'bad-address':
      return 'its address is not https, or names a port, a user or a password.'
    case 'inside':
      return `${failure.host} is not on the internet; a file of this machine is given by its path.`
    case 'too-many-redirects':
      return 'it leads from one address to the next more than three times.'
    case 'refused':
      return `the answer is ${failure.status}.`
    case 'too-large':
      return 'it is larger than 1 GB.'
    case 'timeout':
      return 'it takes longer than ten minutes.'
    case 'unreachable':
      return `${failure.reason}.`
  }
}
