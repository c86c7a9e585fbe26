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

  ordersEmpty: 'Заказов пока нет',
  order: 'Заказ №',
  placedAt: (iso) => new Date(iso).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' }),
  cancelOrder: 'Отменить заказ',
  pay: 'Оплатить',
  reorder: 'Заказать ещё раз',
  gone: (titles) => `Больше не продаётся: ${titles.join(', ')}. Остальное в корзине.`,
  orderLink: 'Скопировать ссылку на заказ',
  orderLinkHint: 'Кто знает ссылку, может смотреть, оплатить и отменить этот заказ.',
  linkCopied: 'Скопировано',
}
