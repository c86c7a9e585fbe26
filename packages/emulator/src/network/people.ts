import { drawFace } from './face.ts'
import { readOwnPerson } from './own-person.ts'

/** Somebody who is invented, with what the network knows of them. */
export interface Person {
  /** In the address of the page. */
  key: string
  id: number
  /** In Odnoklassniki. */
  okId: number
  email: string
  address: Record<'ru' | 'en', { city: string; street: string; postcode: string }>
  /** Digits with the country's code, as VK gives it. */
  phone: string
  name: Record<'ru' | 'en', { first: string; last: string }>
  sex: 1 | 2
  /** The community that they open the app from, and what they are there. */
  group?: { id: number; role: string }
  /** A `data:` address. */
  picture: string
}

export const people: readonly [Person, ...Person[]] = [
  {
    key: 'vera',
    id: 100_001,
    okId: 580_000_000_101,
    email: 'vera@example.org',
    address: {
      ru: { city: 'Москва', street: 'Садовая, 1, кв. 2', postcode: '101000' },
      en: { city: 'Moscow', street: 'Sadovaya 1, apt. 2', postcode: '101000' },
    },
    phone: '79160000101',
    name: { ru: { first: 'Вера', last: 'Лугова' }, en: { first: 'Vera', last: 'Lugova' } },
    sex: 1,
    picture: drawFace({ skin: '#f2c9a8', hair: '#7a3e1d', shirt: '#2f7d6d', ground: '#d8ece4', long: true }),
  },
  {
    key: 'timur',
    id: 100_002,
    okId: 580_000_000_202,
    email: 'timur@example.org',
    address: {
      ru: { city: 'Казань', street: 'Баумана, 7', postcode: '420111' },
      en: { city: 'Kazan', street: 'Bauman 7', postcode: '420111' },
    },
    phone: '79160000202',
    name: { ru: { first: 'Тимур', last: 'Садыков' }, en: { first: 'Timur', last: 'Sadykov' } },
    sex: 2,
    picture: drawFace({ skin: '#e0ac82', hair: '#2b2320', shirt: '#c05d36', ground: '#f6e3d3', long: false }),
  },
  {
    key: 'nina',
    id: 100_003,
    okId: 580_000_000_303,
    email: 'nina@example.org',
    address: {
      ru: { city: 'Пермь', street: 'Мира, 3, кв. 40', postcode: '614000' },
      en: { city: 'Perm', street: 'Mira 3, apt. 40', postcode: '614000' },
    },
    phone: '79160000303',
    name: { ru: { first: 'Нина', last: 'Гончар' }, en: { first: 'Nina', last: 'Gonchar' } },
    sex: 1,
    group: { id: 200_001, role: 'admin' },
    picture: drawFace({ skin: '#f7d7bd', hair: '#b9b3ad', shirt: '#5a4b8a', ground: '#e5e0f3', long: true }),
  },
]

export function findPerson(key: string): Person {
  return people.find((person) => person.key === key) ?? readOwnPerson(key) ?? people[0]
}
