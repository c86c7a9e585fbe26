import { type Delivery, type DeliveryOption, fail, type Issue, ok, type Result } from '@vitrina/core'
import type { ShopConfig } from '../configuration/shop-config.ts'

export interface ChosenDelivery {
  option: DeliveryOption
  /** In the merchant's words: the option and where to. */
  text: string
}

export type InvalidDelivery = { code: 'invalid'; issues: Issue[] }

/** Finds what the buyer chose among what the merchant offers. */
export function chooseDelivery(
  shop: ShopConfig,
  delivery: Delivery,
): Result<ChosenDelivery, InvalidDelivery> {
  const option = findOption(shop, delivery.optionId, 'delivery.optionId')
  if (!option.ok) return option
  if (option.value.kind !== delivery.kind) return invalid('delivery.kind', 'The delivery is of another kind')
  const place = placeOf(option.value, delivery)
  if (place === undefined) return invalid('delivery.pointId', 'The shop does not have this pick-up point')
  return ok({ option: option.value, text: `${option.value.title}: ${place}` })
}

/** A delivery by its id; `path` says where in the request the id stands. */
export function findOption(
  shop: ShopConfig,
  optionId: string,
  path: string,
): Result<DeliveryOption, InvalidDelivery> {
  const option = shop.delivery.find(({ id }) => id === optionId)
  return option ? ok(option) : invalid(path, 'The shop does not offer this delivery')
}

function placeOf(option: DeliveryOption, delivery: Delivery): string | undefined {
  if (delivery.kind === 'courier') return delivery.address
  if (option.kind !== 'pickup') return undefined
  const point = option.points.find(({ id }) => id === delivery.pointId)
  return point && `${point.title}, ${point.address}`
}

function invalid(path: string, message: string) {
  return fail({ code: 'invalid', issues: [{ path, message }] } satisfies InvalidDelivery)
}
