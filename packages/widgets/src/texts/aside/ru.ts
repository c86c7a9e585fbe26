import { plural } from '../plural.ts'
import type { AsideTexts } from './aside-texts.ts'

const pieces = (count: number) => plural('ru', count, { one: 'штука', few: 'штуки', other: 'штук' })

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

  adjustments: 'Корзина изменилась',
  acknowledge: 'Понятно',
  adjusted(adjustment, money) {
    switch (adjustment.code) {
      case 'capped':
        return `«${adjustment.title}»: есть только ${pieces(adjustment.available)} из ${adjustment.requested}.`
      case 'gone':
        return `«${adjustment.title}» больше не продаётся, мы убрали его из корзины.`
      case 'repriced':
        return `«${adjustment.title}»: цена была ${money(adjustment.before)}, стала ${money(adjustment.after)}.`
      case 'refused':
        return `«${adjustment.title}»: магазин это не принял.`
      case 'merged':
        return `Корзины объединены: добавлено ${pieces(adjustment.pieces)}, не вошло ${adjustment.dropped}.`
    }
  },

  sort: 'Сортировка',
  sorts: { featured: 'Как в магазине', 'cheap-first': 'Сначала дешёвые', 'dear-first': 'Сначала дорогие' },
  filters: 'Фильтры',
  chosenFilters: 'Выбранные фильтры',
  removeFilter: (filter) => `Убрать фильтр: ${filter}`,
  resetFilters: 'Сбросить',
  filtersFailed: 'Фильтры не загрузились',
  price: 'Цена',
  priceFrom: 'От',
  priceTo: 'До',
  priceRange: (min, max) => (min && max ? `${min} – ${max}` : min ? `от ${min}` : max ? `до ${max}` : ''),
  priceProblems: {
    'not-a-price': 'Напишите цену цифрами: например, 1290',
    'above-maximum': 'Цена «от» больше цены «до»',
  },
  inStockOnly: 'В наличии',
  allValues: (count) => `Показать все ${count}`,
  showFound: (count) =>
    count === 0
      ? 'Ничего не нашлось'
      : `Показать ${plural('ru', count, { one: 'товар', few: 'товара', many: 'товаров', other: 'товара' })}`,
  showList: 'Показать товары',

  returns: 'Возврат',
  offer: 'Условия продажи',
  privacy: 'Политика конфиденциальности',
  sellerTerms: 'Условия продавца',
  allOfSeller: 'Все товары продавца',

  searchPoints: 'Найти пункт: улица, магазин, район',
  pointsFound: (count) =>
    count === 0
      ? 'Такого пункта нет. Попробуйте другую улицу или меньше слов.'
      : plural('ru', count, { one: 'пункт выдачи', few: 'пункта выдачи', other: 'пунктов выдачи' }),

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

  wishListEmpty: 'В избранном пусто',
  wishListEmptyHint: 'Отложите сюда то, к чему захотите вернуться.',
  inWishList: 'В избранном',
  unwish: 'убрать',
  removeWish: (title) => `Убрать из избранного: ${title}`,
  wished: (title) => `В избранном: ${title}`,
  moved: (title) => `В корзине: ${title}`,
  noLongerSold: 'Больше не продаётся',

  refusals: {
    'cart-empty': 'Корзина пуста: добавьте товары и вернитесь к оформлению.',
    'sold-out': 'Этого не хватает в магазине:',
    'checkout-used': 'Этот заказ уже оформлен. Посмотрите его в списке заказов.',
  },
  priceChanged: (before, after) =>
    before
      ? `Цена изменилась: было ${before}, стало ${after}. Если согласны, нажмите «Заказать» ещё раз.`
      : `Теперь итог ${after}. Если согласны, нажмите «Заказать» ещё раз.`,
  shortLine: (title, left) =>
    left === 0
      ? `«${title}» — закончилось`
      : `«${title}» — осталось ${plural('ru', left, { one: 'штука', few: 'штуки', other: 'штук' })}`,
  fitCart: 'Взять сколько есть',

  contactRefused: {
    denied: 'Вы не дали доступ к номеру. Ничего страшного: впишите имя и телефон сами.',
    unsupported: 'Здесь данные профиля недоступны. Впишите имя и телефон сами.',
    timeout: 'Профиль не ответил. Впишите имя и телефон сами.',
    outside: 'Здесь данные профиля недоступны. Впишите имя и телефон сами.',
    'rate-limited': 'Слишком много запросов к профилю. Впишите имя и телефон сами.',
    invalid: 'Данные профиля не подошли. Впишите имя и телефон сами.',
    unknown: 'Данные профиля не получены. Впишите имя и телефон сами.',
  },

  unpaid: 'Оплата не прошла',
  unpaidReasons: {
    declined: 'Банк отклонил платёж. Деньги не списаны: попробуйте другую карту.',
    'authentication-failed': 'Подтверждение в банке не прошло. Деньги не списаны.',
    cancelled: 'Вы закрыли страницу оплаты. Деньги не списаны.',
    expired: 'Время на оплату вышло. Деньги не списаны.',
  },
  unpaidHint: 'Заказ сохранён, его можно оплатить ещё раз.',

  ordersEmpty: 'Заказов пока нет',
  order: 'Заказ №',
  placedAt: (iso) => new Date(iso).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' }),
  refunds: { due: 'Вернём', done: 'Вернули' },
  cancelOrder: 'Отменить заказ',
  cancelRefusals: { 'not-cancellable': 'Отменить уже нельзя: магазин отправил заказ.' },
  orderSteps: 'Путь заказа',
  stepPlaced: 'Оформлен',
  stepDone: 'пройдено',
  cancelReasons: {
    buyer: 'Отменён вами',
    merchant: 'Отменён магазином',
    expired: 'Отменён: не оплачен вовремя',
  },
  addressRefused: 'Не удалось взять адрес из профиля: впишите его сами.',
  pay: 'Оплатить',
  reorder: 'Заказать ещё раз',
  gone: (titles) => `Больше не продаётся: ${titles.join(', ')}. Остальное в корзине.`,
  forget: 'Удалить мои данные',
  forgetHint:
    'Магазин сотрёт корзину, имя, телефон и адреса. От заказов у него останутся товары и суммы, здесь их больше не будет.',
  forgotten: 'Ваши данные удалены.',
  forgetFailed: ({ orders }) => `Пока не оплачено или не получено, удалить нельзя: ${orders.join(', ')}.`,
  orderLink: 'Скопировать ссылку на заказ',
  orderLinkHint: 'Кто знает ссылку, может смотреть, оплатить и отменить этот заказ.',
  linkCopied: 'Скопировано',

  zoomIn: 'Приблизить',
  zoomOut: 'Отдалить',
  nextPicture: 'Следующая картинка',
  previousPicture: 'Предыдущая картинка',
  pictureFailed: 'Картинка не загрузилась',
}
