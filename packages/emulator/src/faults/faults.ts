import { clientFaults } from './client-faults.ts'
import type { Fault } from './fault.ts'
import { paymentFaults } from './payment-faults.ts'
import { storageFaults } from './storage-faults.ts'

const all = { ...paymentFaults, ...storageFaults, ...clientFaults }

/** Named after the thread that reported it; where it is a rule rather than a bug, after what happens. */
export type FaultName = keyof typeof all

export const faults: Readonly<Record<FaultName, Fault>> = all
export const faultNames = Object.keys(all) as FaultName[]
