/** The shop: put your own names, prices and addresses here. */
import { defineConfig } from '@vitrina/server'
import { vkAuthenticator } from '@vitrina/vk/server'
import { guestAuthenticator } from '@vitrina/web/server'
import { tellBuyersInVk } from './tell-buyers-in-vk.ts'

const {
  VITRINA_VK_SECRET: secret,
  VITRINA_VK_APP_ID: appId,
  VITRINA_VK_SERVICE_TOKEN: serviceToken,
} = process.env
if (!secret) throw new Error('VITRINA_VK_SECRET is not set: it is the mini app’s secure key.')

const point = (id: string, title: string, address: string, hours: string) => ({ id, title, address, hours })
const rub = (roubles: number) => ({ amount: roubles * 100, currency: 'RUB' })

export default defineConfig({
  shop: {
    id: 'lavka',
    name: 'Лавка «Пригорок»',
    currency: 'RUB',
    legal: 'ИП Ветлугина А. С., ОГРНИП 300000000000000, Москва, Малая Заречная ул., 12',
    terms: {
      returns:
        'Вещь, которая не подошла, примем назад в течение 14 дней, если она не была в деле и на ней целы ярлыки.\n\n' +
        'Брак заменим или вернём за него деньги, дорогу оплатим сами. Деньги приходят за 10 дней тем же путём, каким вы платили.',
      offer: 'https://prigorok.example/offer',
      privacy: 'https://prigorok.example/privacy',
    },
    delivery: [
      { id: 'courier', kind: 'courier', title: 'Курьер', price: rub(350), days: { min: 1, max: 2 } },
      {
        id: 'pickup',
        kind: 'pickup',
        title: 'Забрать в магазине',
        price: rub(0),
        days: { min: 0, max: 1 },
        points: [
          point('zarechnaya', 'Лавка на Заречной', 'Москва, Малая Заречная ул., 12', '10:00–21:00'),
          point('yablonevy', 'Мастерская', 'Москва, Яблоневый пер., 4, стр. 2', 'вт–вс 12:00–20:00'),
        ],
      },
      {
        id: 'locker',
        kind: 'pickup',
        title: 'Пункт выдачи',
        price: rub(150),
        days: { min: 1, max: 3 },
        points: [
          point('lipovaya', 'Пункт «Липовая»', 'Москва, Липовая аллея, 31', '9:00–22:00'),
          point('parkovaya', 'Пункт «Парк»', 'Москва, Новопарковая ул., 8', '8:00–23:00'),
        ],
      },
    ],
    // `serve` has a test acquirer alone: whoever presses “approve” on its page has paid. So where money counts there is none.
    paymentMethods: process.env.NODE_ENV === 'production' ? ['cash'] : ['cash', 'card'],
    promotions: [
      { code: 'ПРИГОРОК', kind: 'percent', percent: 10 },
      { code: 'ДОСТАВКА', kind: 'free-delivery', minimum: rub(2000) },
    ],
  },
  authenticate: {
    vk: vkAuthenticator({ secret, ...(appId && { appId }) }),
    // Buyers on a page without users, a blog for example; remove it to sell inside networks only.
    guest: guestAuthenticator(),
  },
  pictures: 'pictures',
  // Buyers hear of their orders from the mini app, if they allowed it there.
  ...(serviceToken && { notify: tellBuyersInVk({ serviceToken }) }),
})
