import type { MerchantFailure, Result, Seller, Shop } from '@vitrina/core'
import { ok } from '@vitrina/core'
import { useAnswer } from '../use-answer.ts'

/** Who sells here; of a merchant who does not tell, nobody. */
export function useSellers(shop: Shop): ReturnType<typeof useAnswer<Seller[], MerchantFailure>> {
  const ask = async (): Promise<Result<Seller[], MerchantFailure>> =>
    (await shop.merchant.sellers?.()) ?? ok([])
  return useAnswer(ask, [shop])
}
