import type { Adjustment } from '@vitrina/core'
import type { JSX } from 'preact'
import { Adjustments } from './asides.ts'

/** Where the server's changes are told. Always there: screen readers only speak what changes inside of a region that they know. */
export function Adjusted({ adjustments }: { adjustments: readonly Adjustment[] }): JSX.Element {
  return <div role="status">{adjustments.length > 0 && <Adjustments adjustments={adjustments} />}</div>
}
