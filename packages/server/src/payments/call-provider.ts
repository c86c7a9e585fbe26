import { type Clock, fail, type Result } from '@vitrina/core'
import type { ProviderFailure } from './payment-provider.ts'

const limit = 10_000

/** A call to an acquirer that ends: one that hangs or throws is one that is not there now. */
export async function callProvider<Value>(
  clock: Clock,
  call: () => Promise<Result<Value, ProviderFailure>>,
): Promise<Result<Value, ProviderFailure>> {
  let cancel = () => {}
  const late = new Promise<Result<Value, ProviderFailure>>((resolve) => {
    cancel = clock.after(limit, () => resolve(fail({ code: 'unavailable', reason: 'no answer in time' })))
  })
  try {
    return await Promise.race([call(), late])
  } catch (error) {
    return fail({ code: 'unavailable', reason: error instanceof Error ? error.name : 'unknown' })
  } finally {
    cancel()
  }
}
