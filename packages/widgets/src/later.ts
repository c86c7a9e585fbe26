/** A module that is fetched when somebody wants it. */
export interface Later<Module> {
  /** What came, once it has. */
  value?: Module
  /** The last try brought nothing. */
  failed: boolean
  /** Fetches it once; undefined when it did not come. A failure is not kept: the next call asks again. */
  load: () => Promise<Module | undefined>
}

/** `name` is one of the module's exports. */
export function createLater<Module extends object>(
  load: () => Promise<Module>,
  name: keyof Module,
): Later<Module> {
  let asked: Promise<Module | undefined> | undefined
  let failures = 0
  const ask = async () => {
    later.failed = false
    try {
      later.value = await load().catch((error) => importAgain(error, name, failures))
    } catch {
      failures += 1
      later.failed = true
      asked = undefined
    }
    return later.value
  }
  const later: Later<Module> = {
    failed: false,
    load() {
      asked ??= ask()
      return asked
    },
  }
  return later
}

/**
 * Browsers remember for as long as the page lives that a module did not come, and say so without asking again
 * (https://github.com/whatwg/html/pull/10327 ends that). Under an address with another fragment it is another module to them.
 * Where the error does not name the address, or the bundler gave the exports names of its own, it stays failed.
 */
async function importAgain<Module extends object>(
  error: unknown,
  name: keyof Module,
  failures: number,
): Promise<Module> {
  const address = /https?:\/\/\S+/.exec(String(error))?.[0]
  if (!failures || !address) throw error
  const module: Module = await import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}#${failures}`)
  if (!(name in module)) throw error
  return module
}
