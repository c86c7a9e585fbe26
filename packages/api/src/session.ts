import { fail, type Host, type LaunchProof, type MerchantFailure, ok, type Result } from '@vitrina/core'
import type { Call } from './call.ts'

/** A token older than this is exchanged for a fresh one before it is used: a launch cannot be repeated for ever. */
const renewAfter = 10 * 60_000

interface Token {
  value: string
  receivedAt: number
}

/** Exchanges the host's launch for a short token, once, keeps it in memory alone, and renews it while it is used. */
export function createSession(host: Pick<Host, 'launch'>, call: Call): { call: Call } {
  let current: Promise<Result<Token, MerchantFailure>> | undefined

  async function exchange(proof: LaunchProof): Promise<Result<Token, MerchantFailure>> {
    const answer = await call<{ token: string }>('POST', '/session', { json: proof })
    return answer.ok ? ok({ value: answer.value.token, receivedAt: Date.now() }) : answer
  }

  async function launch(): Promise<Result<Token, MerchantFailure>> {
    const launched = await host.launch()
    if (!launched.ok) return fail({ code: 'unauthorized', reason: `no launch: ${launched.error.code}` })
    return exchange(launched.value.proof)
  }

  function keep(next: Promise<Result<Token, MerchantFailure>>): Promise<Result<Token, MerchantFailure>> {
    current = next
    void next.then((result) => {
      if (!result.ok && current === next) current = undefined
    })
    return next
  }

  async function renew(known: Token): Promise<Result<Token, MerchantFailure>> {
    const renewed = await exchange({ scheme: 'session', value: known.value })
    if (renewed.ok) return renewed
    // Without an answer the old one is still the best there is: a launch may be too old to open another session.
    return renewed.error.code === 'unauthorized' ? launch() : ok(known)
  }

  async function token(): Promise<Result<Token, MerchantFailure>> {
    const asked = current ?? keep(launch())
    const known = await asked
    if (!known.ok || Math.abs(Date.now() - known.value.receivedAt) < renewAfter) return known
    return current && current !== asked ? current : keep(renew(known.value))
  }

  return {
    async call(method, path, options) {
      const first = await token()
      if (!first.ok) return first
      const answer = await call<never>(method, path, { ...options, token: first.value.value })
      if (answer.ok || answer.error.code !== 'unauthorized') return answer
      const second = await keep(launch())
      return second.ok ? call(method, path, { ...options, token: second.value.value }) : second
    },
  }
}
