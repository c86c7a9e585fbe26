import type { CheckoutDraft, DraftProblem } from './checkout.ts'
import { normalizePhone } from './contact.ts'

/** Everything that keeps this draft from becoming an order, in the order of the form. */
export function draftProblems(draft: CheckoutDraft): DraftProblem[] {
  const problems: DraftProblem[] = []
  const name = draft.name.trim()
  if (!name) problems.push({ field: 'name', code: 'required' })
  else if (name.length > 200) problems.push({ field: 'name', code: 'too-long' })
  if (!draft.phone.trim()) problems.push({ field: 'phone', code: 'required' })
  else if (!normalizePhone(draft.phone)) problems.push({ field: 'phone', code: 'invalid' })
  if (!draft.delivery || (draft.delivery.kind === 'pickup' && !draft.delivery.pointId))
    problems.push({ field: 'delivery', code: 'required' })
  else if (draft.delivery.kind === 'courier') {
    const address = draft.delivery.address.trim()
    if (!address) problems.push({ field: 'address', code: 'required' })
    else if (address.length > 500) problems.push({ field: 'address', code: 'too-long' })
  }
  if (!draft.paymentMethod) problems.push({ field: 'payment', code: 'required' })
  if (!draft.consent) problems.push({ field: 'consent', code: 'required' })
  return problems
}
