import { cardTexts } from './card-texts.ts'
import { plural } from './plural.ts'
import type { Texts } from './texts.ts'

const failed: Texts['failed'] = {
  offline: 'Нет связи. Проверьте интернет и повторите.',
  timeout: 'Магазин не ответил вовремя. Повторите чуть позже.',
  unavailable: 'Магазин сейчас не отвечает. Повторите через минуту.',
  'rate-limited': 'Слишком много запросов подряд. Подождите минуту и повторите.',
  unauthorized: 'Вход не подтверждён. Закройте страницу и откройте её снова.',
  'not-found': 'Этого больше нет в магазине.',
  invalid: 'Магазин не принял данные. Проверьте, что всё заполнено верно.',
  unknown: 'Что-то пошло не так. Повторите ещё раз.',
}

/** Everything that screens say in Russian. */
export const ru: Texts = {
  ...cardTexts.ru,
  language: 'ru',

  back: 'Назад',
  close: 'Закрыть',
  opening: 'Загружаем…',
  products: 'Товары',
  product: 'Товар',
  failed,

  pictures: 'Фотографии товара',
  picture: (index, count) => `Фотография ${index} из ${count}`,
  enlarge: 'Увеличить',
  availability: { 'in-stock': 'В наличии', 'few-left': 'Осталось мало', 'sold-out': 'Нет в наличии' },
  noSuchVariant: 'Такого сочетания нет',
  unavailable: 'нет в наличии',
  description: 'Описание',
  attributes: 'Характеристики',
  terms: 'Доставка, оплата и возврат',

  remove: 'Убрать',
  removed: 'Убрано',
  undo: 'Вернуть',
  increase: (title) => `Больше: ${title}`,
  decrease: (title) => `Меньше: ${title}`,
  quantity: (count) => `Количество: ${count}`,
  subtotal: 'Товары',
  promoCode: 'Промокод',
  discount: 'Скидка',
  vat: 'В том числе НДС',
  estimate: 'Предварительно: магазин ещё подтверждает',
  cartEmpty: 'В корзине пусто',
  cartEmptyHint: 'Добавьте что-нибудь, и оно появится здесь.',
  toProducts: 'К товарам',
  checkout: 'Оформить заказ',
  buyNow: 'Купить сейчас',
  belowMinimum: (minimum, missing) => `Заказ — от ${minimum}: добавьте товаров ещё на ${missing}.`,
  cartOffline: 'Нет связи. Корзина сохранена и отправится, когда связь вернётся.',
  cartFailed: 'Корзина пока не отправлена в магазин.',

  checkoutTitle: 'Оформление заказа',
  contact: 'Получатель',
  contactFromHost: 'Заполнить из профиля',
  name: 'Имя',
  phone: 'Телефон',
  delivery: 'Доставка',
  deliveryLoading: 'Узнаём способы доставки…',
  days: (min, max) =>
    min === max
      ? plural('ru', max, { one: 'день', few: 'дня', other: 'дней' })
      : `${min}–${plural('ru', max, { one: 'день', few: 'дня', other: 'дней' })}`,
  free: 'бесплатно',
  address: 'Адрес',
  addressHint: 'Город, улица, дом, квартира',
  payment: 'Оплата',
  paymentMethods: { cash: 'При получении', card: 'Картой онлайн' },
  paymentHints: { cash: 'Наличными или картой, когда заберёте заказ', card: 'На защищённой странице банка' },
  consent: 'Согласен на обработку персональных данных для выполнения заказа',
  summary: 'Ваш заказ',
  total: 'Итого',
  counting: 'Считаем итог…',
  deliveryLater: 'после выбора',
  placeOrder: 'Заказать',
  problems: {
    name: { required: 'Напишите имя получателя', 'too-long': 'Сократите имя: оно слишком длинное' },
    phone: { required: 'Напишите номер телефона', invalid: 'Проверьте номер: например, +7 916 123-45-67' },
    delivery: { required: 'Выберите, как получить заказ' },
    address: { required: 'Напишите, куда доставить', 'too-long': 'Сократите адрес: он слишком длинный' },
    payment: { required: 'Выберите, как оплатить' },
    consent: { required: 'Без согласия мы не сможем передать заказ магазину' },
  },
  checkoutFailed: (failure, money) => {
    switch (failure.code) {
      case 'cart-empty':
        return 'Корзина пуста: добавьте товары и вернитесь к оформлению.'
      case 'price-changed':
        return failure.before
          ? `Цена изменилась: было ${money(failure.before)}, стало ${money(failure.after)}. Если согласны, нажмите «Заказать» ещё раз.`
          : `Теперь итог ${money(failure.after)}. Если согласны, нажмите «Заказать» ещё раз.`
      case 'minimum-not-met':
        return ru.belowMinimum(money(failure.minimum), money(failure.missing))
      case 'sold-out':
        return 'Этого не хватает в магазине:'
      case 'checkout-used':
        return 'Этот заказ уже оформлен. Посмотрите его в списке заказов.'
      default:
        return failed[failure.code]
    }
  },
  countAgain: 'Пересчитать',

  placing: 'Оформляем заказ',
  placingHint: 'Это займёт несколько секунд.',
  checking: 'Проверяем ваш заказ',
  checkingHint: 'Ответ магазина ещё не пришёл. Ничего делать не нужно: второй заказ не появится.',
  checkNow: 'Проверить сейчас',
  paying: 'Осталось оплатить',
  payingHint: 'Оплата откроется на странице банка. Заказ уже сохранён и никуда не денется.',
  openPayment: 'Перейти к оплате',
  iPaid: 'Оплачено, проверить',
  payAgain: 'Оплатить ещё раз',
  payLater: 'Оплатить позже',
  startPaymentFailed: {
    ...failed,
    'already-paid': 'Этот заказ уже оплачен.',
    'not-payable': 'Этот заказ больше нельзя оплатить.',
  },
  placed: 'Заказ оформлен',
  placedHints: {
    cash: 'Магазин получил заказ. Оплатите его при получении.',
    card: 'Магазин получил заказ и оплату.',
  },
  unfinished: 'Есть незавершённый заказ',
  goOn: 'Продолжить',
  done: 'Готово',

  orders: 'Заказы',
  wishList: 'Избранное',
  wish: 'В избранное',
  seller: 'Продавец',
  orderNumber: 'Номер заказа',
  orderStates: {
    'awaiting-payment': 'Ждёт оплаты',
    confirmed: 'Принят магазином',
    shipped: 'В пути',
    delivered: 'Получен',
    cancelled: 'Отменён',
  },
  paid: 'Оплачен',
}
