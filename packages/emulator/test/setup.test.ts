import { expect, test } from 'vitest'
import { insetsOf, keyboardHeight } from '../src/network/insets.ts'
import { writeOwnPerson } from '../src/network/own-person.ts'
import { findPerson } from '../src/network/people.ts'
import { eachSubject, readSetup, type Setup, writeSetup } from '../src/network/setup.ts'

const usual = { scheme: 'dark', language: 'en' } as const

test('is what the browser prefers when the address says nothing', () => {
  expect(readSetup('', usual)).toEqual({
    person: 'vera',
    scheme: 'dark',
    host: 'vk-ios',
    language: 'en',
    permissions: eachSubject(() => 'ask'),
    launch: 'none',
    never: '',
    textSize: '100',
    keyboard: false,
    turned: false,
    insets: '',
    speed: 'full',
    faults: [],
    seed: '',
  })
})

test('comes back from the address that it was written to', () => {
  const setup: Setup = {
    person: 'nina',
    scheme: 'light',
    host: 'ok-web',
    language: 'ru',
    permissions: { ...eachSubject(() => 'ask'), phone: 'refused', payment: 'granted' },
    launch: 'expired',
    never: 'VKWebAppInit',
    faults: ['vk-bridge-613', 'vk-bridge-192'],
    seed: '42',
    textSize: '130',
    keyboard: true,
    turned: true,
    insets: '40,0,20,0',
    speed: '3g',
  }
  expect(readSetup(writeSetup(setup), usual)).toEqual(setup)
  expect(writeSetup(readSetup('', usual))).not.toMatch(/launch|never/)
})

test('makes nothing of nonsense', () => {
  const odd =
    '?user=nobody&scheme=pink&host=fridge&lang=xx&phone=maybe&launch=no&never=<script>&faults=none,&seed=x&text=1&keyboard=1&turned=1&insets=1,2&speed=2g'
  expect(readSetup(odd, usual)).toEqual(readSetup('', usual))
})

test('answers everything alike in a word, but for what is named', () => {
  const { permissions } = readSetup('?permissions=granted&phone=refused', usual)
  expect(permissions).toEqual({ ...eachSubject(() => 'granted'), phone: 'refused' })
})

test('counts the keyboard into the insets of a phone', () => {
  const phone = { host: 'vk-ios', keyboard: false, insets: '' } as const
  expect(insetsOf(phone)).toEqual({ top: 0, right: 0, bottom: 20, left: 0 })
  expect(insetsOf({ ...phone, insets: '47,1,34,2' })).toEqual({ top: 47, right: 1, bottom: 34, left: 2 })
  expect(insetsOf({ ...phone, keyboard: true }).bottom).toBe(keyboardHeight)
  expect(insetsOf({ ...phone, host: 'vk-mobile-web', keyboard: true }).bottom).toBe(0)
})

test('knows a user whom somebody has added by what stands in the address', () => {
  const own = { id: 777, phone: '79990000000', first: 'Ян', last: 'О~Кей', role: 'editor' }
  const setup = { ...readSetup('', usual), person: writeOwnPerson(own) }
  const person = findPerson(readSetup(writeSetup(setup), usual).person)
  expect(person).toMatchObject({
    id: 777,
    phone: '79990000000',
    name: { ru: { first: 'Ян', last: 'ОКей' } },
    group: { role: 'editor' },
  })
  for (const wrong of ['own', 'own~0~79990000000~A~B~', 'own~1~7~A~B~', 'own~1~79990000000~A~B~king']) {
    expect(readSetup(`?user=${wrong}`, usual).person).toBe('vera')
  }
})
