import { moneySchema } from '@vitrina/api/schemas'
import { normalizePromoCode, type Promotion } from '@vitrina/core'
import * as v from 'valibot'

const moment = v.pipe(
  v.string(),
  v.check(
    (text) => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
    'is a moment like 2026-12-01T00:00:00+03:00',
  ),
)
const count = v.pipe(v.number(), v.integer('is a whole number'), v.minValue(1, 'is at least 1'))

/** An amount that a merchant writes down: more than nothing. */
export const amountSchema = v.pipe(
  moneySchema,
  v.check(({ amount }) => amount > 0, 'is more than nothing'),
)

const common = {
  code: v.pipe(
    v.string(),
    v.check((code) => normalizePromoCode(code) !== '', 'has letters or digits'),
    v.maxLength(40, 'has at most 40 characters'),
  ),
  from: v.optional(moment),
  until: v.optional(moment),
  minimum: v.optional(amountSchema),
  limit: v.optional(count),
  limitPerBuyer: v.optional(count),
}

const promotionSchema: v.GenericSchema<Promotion> = v.variant('kind', [
  v.strictObject({
    ...common,
    kind: v.literal('percent'),
    percent: v.pipe(count, v.maxValue(100, 'is at most 100')),
  }),
  v.strictObject({ ...common, kind: v.literal('fixed'), amount: amountSchema }),
  v.strictObject({ ...common, kind: v.literal('free-delivery') }),
])

export const promotionsSchema: v.GenericSchema<Promotion[]> = v.pipe(
  v.array(promotionSchema),
  v.check(
    (promotions) =>
      new Set(promotions.map(({ code }) => normalizePromoCode(code))).size === promotions.length,
    'have codes that differ by more than upper case and spaces',
  ),
)
