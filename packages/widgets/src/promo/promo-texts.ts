import type { Adjustment } from '@vitrina/core'
import type { Language } from '../language.ts'
import type { MoneyText } from '../texts/texts.ts'

export type DroppedPromo = Extract<Adjustment, { code: 'promo-dropped' }>

/** What is said about promo codes. */
export interface PromoTexts {
  code: string
  apply: string
  remove: (code: string) => string
  dropped: (promo: DroppedPromo, money: MoneyText) => string
}

export const promoTexts: Record<Language, PromoTexts> = {
  ru: {
    code: 'Промокод',
    apply: 'Применить',
    remove: (code) => `Убрать промокод ${code}`,
    dropped(promo, money) {
      const code = `Промокод ${promo.promoCode}`
      switch (promo.reason) {
        case 'unknown':
          return `${code} не найден. Проверьте, нет ли опечатки.`
        case 'not-yet':
          return `${code} ещё не действует.`
        case 'expired':
          return `${code} больше не действует.`
        case 'used-up':
          return `${code} закончился: им воспользовались другие покупатели.`
        case 'used-by-you':
          return `${code} вы уже использовали.`
        case 'replaced':
          return `${code} заменён новым: скидки не складываются.`
        case 'minimum-not-met':
          return `${code} действует от ${money(promo.minimum)}: добавьте товаров ещё на ${money(promo.missing)}.`
      }
    },
  },
  en: {
    code: 'Promo code',
    apply: 'Apply',
    remove: (code) => `Remove the promo code ${code}`,
    dropped(promo, money) {
      const code = `The promo code ${promo.promoCode}`
      switch (promo.reason) {
        case 'unknown':
          return `${code} was not found. Check it for a typo.`
        case 'not-yet':
          return `${code} is not valid yet.`
        case 'expired':
          return `${code} is no longer valid.`
        case 'used-up':
          return `${code} has run out: other buyers have used it.`
        case 'used-by-you':
          return `You have used ${promo.promoCode} already.`
        case 'replaced':
          return `${code} made way for the new one: discounts do not add up.`
        case 'minimum-not-met':
          return `${code} works from ${money(promo.minimum)} on: add goods for ${money(promo.missing)} more.`
      }
    },
  },
}
