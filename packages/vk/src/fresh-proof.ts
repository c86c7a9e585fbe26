import type { BridgeCall } from './bridge.ts'
import { signedPart } from './launch-query.ts'

/** Seconds. A server believes a launch for an hour. */
const staleAfter = 1800

/**
 * The proof, or a new one when it is getting old: neither a long session nor a reload renews what is in the address.
 * The old one comes back when the network gives no other.
 */
export async function freshProof(
  proof: string,
  call: BridgeCall,
  now: number,
  timeout: number,
): Promise<string> {
  const issued = Number(new URLSearchParams(proof).get('vk_ts'))
  if (now / 1000 - (issued > 1e12 ? issued / 1000 : issued) < staleAfter) return proof
  const answer = await call('VKWebAppGetLaunchParams', {}, timeout)
  if (!answer.ok || !answer.value.sign) return proof
  return signedPart(`${new URLSearchParams(answer.value as Record<string, string>)}`)
}
