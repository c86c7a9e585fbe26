import type { Adjustment } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** Why a code takes nothing off. */
export function PromoNotice({
  promo,
}: {
  promo: Extract<Adjustment, { code: 'promo-dropped' }>
}): JSX.Element {
  const { money } = useScene()
  return <>{useAsideTexts().promoDropped(promo, money)}</>
}
