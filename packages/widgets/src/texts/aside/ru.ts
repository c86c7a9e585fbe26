import type { AsideTexts } from './aside-texts.ts'

/** What is said beside the way to a paid order in Russian. */
export const ru: AsideTexts = {
  search: 'Поиск товаров',
  categories: 'Категории',
  allCategories: 'Все',
  nothingFound: 'Ничего не нашлось',
  nothingFoundHint: 'Попробуйте другие слова или другую категорию.',
  showAll: 'Показать все товары',
  showMore: 'Показать ещё',
  listFailed: 'Товары не загрузились',

  applyPromo: 'Применить',
  removePromo: (code) => `Убрать промокод ${code}`,
  promoDropped(promo, money) {
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
        return `${code} уступил место другому: скидки не складываются.`
      case 'minimum-not-met':
        return `${code} действует от ${money(promo.minimum)}: добавьте товаров ещё на ${money(promo.missing)}.`
    }
  },

  ordersEmpty: 'Заказов пока нет',
  order: 'Заказ №',
  placedAt: (iso) => new Date(iso).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' }),
  cancelOrder: 'Отменить заказ',
  addressRefused: 'Не удалось взять адрес из профиля: впишите его сами.',
  pay: 'Оплатить',
  reorder: 'Заказать ещё раз',
  gone: (titles) => `Больше не продаётся: ${titles.join(', ')}. Остальное в корзине.`,
  orderLink: 'Скопировать ссылку на заказ',
  orderLinkHint: 'Кто знает ссылку, может смотреть, оплатить и отменить этот заказ.',
  linkCopied: 'Скопировано',
}
