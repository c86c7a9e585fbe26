import { routes } from '../../packages/api/src/routes.ts'

export interface RouteRow {
  name: string
  method: string
  path: string
  auth: string
}

declare const data: RouteRow[]

export { data }

/** The table of routes as it is in the code, read when the site is built. */
export default {
  load(): RouteRow[] {
    return Object.entries(routes).map(([name, { method, path, auth }]) => ({ name, method, path, auth }))
  },
}
