import type { Network } from '../network/network.ts'
import { clientError, type Refusal } from '../network/refusal.ts'
import type { NetworkMessage } from '../network/wire.ts'

/** A call on its way, with what a fault may depend on. */
export interface Call {
  method: string
  params: Record<string, unknown>
  network: Network
  /** Whether the app was put away and brought back before. */
  restored: boolean
  /** Writes to the storage that are under way, without this one. */
  writing: number
}

/** What becomes of a call. */
export interface Outcome {
  /** In order; nothing is silence. */
  replies: NetworkMessage[]
  /** Milliseconds that the replies are late. */
  late?: number
  /** Whether the page of the app is loaded anew after that. */
  reload?: boolean
}

/** Something that a network is known to do wrong. */
export interface Fault {
  /** The thread that reported it, or the page that describes it. */
  source: string
  /** Which calls it spoils. */
  spoils(call: Call): boolean
  /** `answer` is what the network would have said; it has not been done before it is called. */
  change(
    call: Call,
    answer: (params?: Record<string, unknown>) => Promise<NetworkMessage[]>,
  ): Promise<Outcome>
}

export const silence: Outcome = { replies: [] }

/** A refusal instead of the answer. */
export function refused({ method, params }: Call, refusal: Refusal | object = clientError(1)): Outcome {
  return { replies: [{ type: `${method}Failed`, data: { ...refusal, request_id: params.request_id } }] }
}

export function isFailure(replies: readonly NetworkMessage[]): boolean {
  return replies.some(({ data }) => 'error_type' in data)
}

/** Resolves later: for what takes time in the network. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
