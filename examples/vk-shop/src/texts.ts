/** What the page says around the shop. */
export interface Texts {
  share: string
  shared: string
  favourite: string
  notify: string
  notified: string
  outside: string
  failed: string
}

export const texts: Readonly<Record<'ru' | 'en', Texts>> = {
  ru: {
    share: 'Поделиться',
    shared: 'Отправлено',
    favourite: 'В избранное',
    notify: 'Сообщать о заказе',
    notified: 'Сообщим, когда заказ отправится',
    outside: 'Это мини-приложение ВКонтакте. Откройте его в ВКонтакте или в эмуляторе: npm start.',
    failed: 'Магазин не открылся. Закройте его и откройте ещё раз.',
  },
  en: {
    share: 'Share',
    shared: 'Sent',
    favourite: 'Add to favourites',
    notify: 'Tell me about the order',
    notified: 'We will tell you when the order is on its way',
    outside: 'This is a mini app of VK. Open it in VK, or in the emulator: npm start.',
    failed: 'The shop did not open. Close it and open it once more.',
  },
}
