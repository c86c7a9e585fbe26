/** What the network itself says; posts speak for themselves. */
export interface Words {
  network: string
  feed: string
  signedOut: string
  like: string
  community: string
  shop: string
  ago: (hours: number) => string
}

export const words: Record<'ru' | 'en', Words> = {
  ru: {
    network: 'Сфера',
    feed: 'Лента',
    signedOut: 'Вы смотрите ленту без входа. Откройте её из эмулятора, чтобы покупать: npm start.',
    like: 'Нравится',
    community: 'сообщество',
    shop: 'Товары из записи',
    ago: (hours) => (hours < 24 ? `${hours} ч назад` : `${Math.floor(hours / 24)} дн. назад`),
  },
  en: {
    network: 'Sphere',
    feed: 'Feed',
    signedOut: 'You are not signed in. Open the feed from the emulator to buy: npm start.',
    like: 'Like',
    community: 'community',
    shop: 'Products of this post',
    ago: (hours) => (hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`),
  },
}
