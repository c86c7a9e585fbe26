import type { Clock } from '@vitrina/core'
import type { Database } from '../database/open-database.ts'
import { callProvider } from './call-provider.ts'
import type { PaymentKey, PaymentProvider } from './payment-provider.ts'
import { type Settlement, settlePayment } from './settle-payment.ts'

export interface AskProviderDeps {
  database: Database
  provider: PaymentProvider
  clock: Clock
}

/** Asks the acquirer how a payment stands, and brings in what it says. */
export async function askProvider(
  { database, provider, clock }: AskProviderDeps,
  key: PaymentKey,
): Promise<Settlement | 'unavailable' | 'not-found'> {
  const status = await callProvider(clock, () => provider.get(key))
  if (!status.ok) return status.error.code
  return settlePayment(database, key, status.value, new Date(clock.now()))
}
