/** What the payment page says. */
export interface Words {
  locale: string
  title: string
  test: string
  order: (number: string) => string
  approve: string
  decline: string
  secure: string
  close: string
  secureTitle: string
  code: string
  codeHint: string
  confirm: string
  back: string
  paid: string
  refunded: string
  failed: string
  closed: string
  mayClose: string
  payAgain: string
  stillPending: string
  notFound: string
}

const russian: Words = {
  locale: 'ru',
  title: 'Оплата заказа',
  test: 'Тестовый эквайер: деньги не списываются',
  order: (number) => `Заказ № ${number}`,
  approve: 'Оплатить',
  decline: 'Отклонить',
  secure: '3-D Secure',
  close: 'Закрыть',
  secureTitle: 'Подтверждение банком',
  code: 'Код из сообщения',
  codeHint: 'Для проверки: код 1234. Любой другой — отказ.',
  confirm: 'Подтвердить',
  back: 'Назад',
  paid: 'Оплачено',
  refunded: 'Деньги возвращены',
  failed: 'Платёж не прошёл',
  closed: 'Оплата не завершена',
  mayClose: 'Вернитесь в магазин: эту вкладку можно закрыть.',
  payAgain: 'Деньги не списаны. В магазине можно попробовать ещё раз; эту вкладку можно закрыть.',
  stillPending: 'Заказ сохранён, его можно оплатить позже. Эту вкладку можно закрыть.',
  notFound: 'Такого платежа нет',
}

const english: Words = {
  locale: 'en',
  title: 'Payment',
  test: 'Test acquirer: no money moves',
  order: (number) => `Order ${number}`,
  approve: 'Pay',
  decline: 'Decline',
  secure: '3-D Secure',
  close: 'Close',
  secureTitle: 'Confirmation by your bank',
  code: 'Code from the message',
  codeHint: 'For testing: the code is 1234. Any other one is refused.',
  confirm: 'Confirm',
  back: 'Back',
  paid: 'Paid',
  refunded: 'The money was sent back',
  failed: 'The payment did not go through',
  closed: 'Payment not finished',
  mayClose: 'Go back to the shop: you may close this tab.',
  payAgain: 'No money was taken. You can try again in the shop; you may close this tab.',
  stillPending: 'The order is kept and can be paid later. You may close this tab.',
  notFound: 'There is no such payment',
}

/** Russian, unless the browser names English and does not put Russian before it. */
export function wordsFor(acceptLanguage: string | undefined): Words {
  const languages = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((item) => item.trim().slice(0, 2).toLowerCase())
  const first = languages.find((language) => language === 'ru' || language === 'en')
  return first === 'en' ? english : russian
}
