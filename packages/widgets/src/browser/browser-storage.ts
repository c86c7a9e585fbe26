import { fail, type HostFailure, ok, type Result, type Storage } from '@vitrina/core'

/**
 * localStorage as core's Storage. The very name throws where cookies are blocked, and writing throws when it is
 * full: both are answers here, not accidents.
 */
export function browserStorage(): Storage {
  return {
    get: async (key) => attempt(() => window.localStorage.getItem(key) ?? undefined),
    set: async (key, value) =>
      attempt(() => {
        if (value === undefined) window.localStorage.removeItem(key)
        else window.localStorage.setItem(key, value)
      }),
  }
}

function attempt<Value>(run: () => Value): Result<Value, HostFailure> {
  try {
    return ok(run())
  } catch (error) {
    return fail({ code: 'unknown', reason: String(error) })
  }
}
