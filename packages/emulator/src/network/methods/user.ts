import type { Method, Params } from '../method.ts'
import type { Network } from '../network.ts'
import { findPerson, type Person, people } from '../people.ts'
import { whenGranted } from '../question.ts'
import { clientError } from '../refusal.ts'

/** Who the user is, and what they let the app know. */
export const userMethods = {
  VKWebAppGetUserInfo: { vk: 'AIMW', ok: 'AIMW', run: userInfo },
  VKWebAppGetPhoneNumber: { vk: 'AIW', ok: 'IMW', run: phoneNumber },
  VKWebAppGetEmail: { vk: 'AIW', ok: 'IMW', run: emailAddress },
  VKWebAppGetPersonalCard: { vk: 'AI', ok: '', run: personalCard },
  VKWebAppCreateHash: {
    vk: 'AIMW',
    ok: '',
    run: async (network, { payload }) => {
      if (payload !== undefined && typeof payload !== 'string') return clientError(5)
      return { ...(await network.signHash(payload)), ...(payload !== undefined && { payload }) }
    },
  },
  VKWebAppGetGeodata: { vk: 'AIMW', ok: '', run: location },
  VKWebAppGetFriends: {
    vk: 'AIMW',
    ok: 'AIMW',
    run: (network, { multi }) => {
      const friends = othersThan(network).map((friend) => ({ ...shortInfo(network, friend) }))
      const chosen = multi === true ? friends : friends.slice(0, 1)
      return whenGranted(
        network,
        { subject: 'contacts', method: 'VKWebAppGetFriends', lines: chosen.map(fullName) },
        () => ({ users: chosen }),
      )
    },
  },
  VKWebAppOpenContacts: {
    vk: 'AI',
    ok: 'AI',
    run: (network) => {
      const [friend] = othersThan(network)
      const contact = { phone: friend?.phone ?? '', ...nameOf(network, friend) }
      return whenGranted(
        network,
        { subject: 'contacts', method: 'VKWebAppOpenContacts', lines: [fullName(contact)] },
        () => contact,
      )
    },
  },
} satisfies Record<string, Method>

/** The user of this launch. */
export function userOf(network: Network): Person {
  return findPerson(network.setup().person)
}

function userInfo(network: Network) {
  const user = userOf(network)
  const { language } = network.setup()
  return {
    ...shortInfo(network, user),
    city: { id: 1, title: user.address[language].city },
    country: { id: 1, title: country[language] },
    bdate_visibility: 0 as const,
    can_access_closed: true,
    is_closed: false,
    photo_100: user.picture,
    timezone: 3,
  }
}

function phoneNumber(network: Network) {
  const { phone } = userOf(network)
  const lines = [spell(phone)]
  return whenGranted(network, { subject: 'phone', method: 'VKWebAppGetPhoneNumber', lines }, async () => ({
    phone_number: phone,
    sign: await network.sign('phone_number', phone),
    is_verified: true,
  }))
}

function emailAddress(network: Network) {
  const { email } = userOf(network)
  return whenGranted(network, { subject: 'email', method: 'VKWebAppGetEmail', lines: [email] }, async () => ({
    email,
    sign: await network.sign('email', email),
  }))
}

function location(network: Network) {
  const place = { lat: 55.75, long: 37.62, accuracy: 30 }
  const lines = [`${place.lat}, ${place.long}`]
  return whenGranted(network, { subject: 'location', method: 'VKWebAppGetGeodata', lines }, () => ({
    available: 1 as const,
    ...place,
  }))
}

function personalCard(network: Network, { type }: Params) {
  const wanted = Array.isArray(type) ? type : []
  if (wanted.length === 0 || !wanted.every((each) => /^(phone|email|address)$/.test(String(each)))) {
    return clientError(5)
  }
  const { phone, email, address } = userOf(network)
  const { language } = network.setup()
  const { city, street, postcode } = address[language]
  const card = {
    ...(wanted.includes('phone') && { phone }),
    ...(wanted.includes('email') && { email }),
    ...(wanted.includes('address') && {
      address: {
        country: { id: 1, name: country[language] },
        city: { id: 1, name: city },
        specified_address: street,
        postal_code: postcode,
      },
    }),
  }
  const lines = [
    card.phone ? spell(card.phone) : '',
    card.email ?? '',
    card.address ? `${postcode}, ${city}, ${street}` : '',
  ].filter(Boolean)
  return whenGranted(network, { subject: 'card', method: 'VKWebAppGetPersonalCard', lines }, () => card)
}

const country = { ru: 'Россия', en: 'Russia' }

function othersThan(network: Network): Person[] {
  const { key } = userOf(network)
  return people.filter((person) => person.key !== key)
}

function shortInfo(network: Network, person: Person) {
  const { id, sex, picture } = person
  return { id, ...nameOf(network, person), sex, photo_200: picture }
}

function nameOf(network: Network, person: Person | undefined) {
  const name = person?.name[network.setup().language]
  return { first_name: name?.first ?? '', last_name: name?.last ?? '' }
}

function fullName({ first_name, last_name }: { first_name: string; last_name: string }): string {
  return `${first_name} ${last_name}`
}

function spell(phone: string): string {
  return phone.replace(/^(\d)(\d{3})(\d{3})(\d\d)(\d\d)$/, '+$1 $2 $3-$4-$5')
}
