export type Screens = typeof import('./page.tsx')

/** Fetches the code of the screens when somebody wants one. A failure is not kept: the next tap asks again. */
export function createScreenLoader(): () => Promise<Screens | undefined> {
  let code: Promise<Screens | undefined> | undefined
  return () => {
    code ??= import('./page.tsx').catch(() => {
      code = undefined
      return undefined
    })
    return code
  }
}
