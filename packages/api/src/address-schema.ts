import type { AddressSuggestion } from '@vitrina/core'
import * as v from 'valibot'

/** In a body, since what somebody types of an address belongs into no log of addresses. */
export const addressRequestSchema = v.strictObject({ text: v.pipe(v.string(), v.maxLength(300)) })

const suggestionSchema: v.GenericSchema<AddressSuggestion> = v.object({
  value: v.string(),
  unrestrictedValue: v.string(),
  parts: v.object({
    postalCode: v.optional(v.string()),
    region: v.optional(v.string()),
    city: v.optional(v.string()),
    settlement: v.optional(v.string()),
    street: v.optional(v.string()),
    house: v.optional(v.string()),
    flat: v.optional(v.string()),
    fias: v.optional(v.string()),
    latitude: v.optional(v.number()),
    longitude: v.optional(v.number()),
  }),
})

export const addressSuggestionsSchema = v.object({ suggestions: v.array(suggestionSchema) })
