import { drawFace } from './face.ts'
import type { Person } from './people.ts'

/** What is said of a user that a developer adds. */
export interface OwnPerson {
  id: number
  /** Digits with the country's code. */
  phone: string
  first: string
  last: string
  /** What they are in the community that they open the app from; empty when from none. */
  role: string
}

export const roles = ['', 'member', 'moder', 'editor', 'admin'] as const

/** Everything is in the key, so it can stand in the address of the page and be sent to a colleague. */
export function writeOwnPerson({ id, phone, first, last, role }: OwnPerson): string {
  return ['own', id, phone, first, last, role].map((part) => String(part).replaceAll('~', '')).join('~')
}

/** Undefined when the key is not one of `writeOwnPerson`. */
export function readOwnPerson(key: string): Person | undefined {
  const [own, id = '', phone = '', first = '', last = '', role = '', ...rest] = key.split('~')
  const known = roles.find((each) => each === role)
  if (own !== 'own' || rest.length > 0 || known === undefined || first === '') return undefined
  if (!/^[1-9]\d{0,11}$/.test(id) || !/^\d{10,15}$/.test(phone) || key.length > 200) return undefined
  const name = { first, last }
  return {
    key,
    id: Number(id),
    okId: 580_000_000_000 + (Number(id) % 1_000_000_000),
    email: `user${id}@example.org`,
    address: {
      ru: { city: 'Москва', street: 'Садовая, 1', postcode: '101000' },
      en: { city: 'Moscow', street: 'Sadovaya 1', postcode: '101000' },
    },
    phone,
    name: { ru: name, en: name },
    sex: 1,
    ...(known !== '' && { group: { id: 200_001, role: known } }),
    picture: drawFace({ skin: '#e9bd97', hair: '#4a3b32', shirt: '#46617d', ground: '#dde6ee', long: false }),
  }
}
