import type { Money } from '@vitrina/core'
import * as v from 'valibot'

/** Ids that clients and servers make: short, printable, safe in a path. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.~:-]{1,100}$/, 'An id is 1 to 100 of A-Z a-z 0-9 _ . ~ : -'),
)

export const moneySchema: v.GenericSchema<Money> = v.object({
  amount: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
})
