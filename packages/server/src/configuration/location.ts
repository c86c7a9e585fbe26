import type { DatabaseLocation } from '../database/open-database.ts'
import type { Environment } from './environment.ts'

/** PostgreSQL when there is one, else PGlite in the data folder. */
export function databaseLocation({ databaseUrl, data }: Environment): DatabaseLocation {
  return databaseUrl === undefined ? { folder: data } : { url: databaseUrl }
}
