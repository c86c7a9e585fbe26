import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { normalizePhone } from '@vitrina/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
// Compiled before the first test, as the page's own pieces are.
import '../src/phone/mask-phone.ts'
import { ShopPage } from '../src/index.ts'
import { international } from '../src/phone/international.ts'
import { patternOf, planOf } from '../src/phone/phone-plan.ts'
import { PhoneField, phoneField } from '../src/phone-field.ts'
import { fill, openShop } from './open-shop.ts'

async function openPhone(component = PhoneField, phone?: string) {
  const { shop } = await openShop()
  await fill(shop)
  if (phone !== undefined) {
    shop.checkout.open()
    shop.checkout.edit({ phone })
  }
  render(<ShopPage shop={shop} route={{ name: 'checkout' }} components={{ PhoneField: component }} />)
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Phone' })
  // The mask is there when it groups.
  await new Promise((resolve) => setTimeout(resolve, 50))
  const typed = () => {
    const state = shop.checkout.getState()
    return state.step === 'filling' ? state.draft.phone : undefined
  }
  return { field, typed }
}

const sameNumber = [
  '+79161234567',
  '8 (916) 123-45-67',
  '916 123 45 67',
  '7 916 123-45-67',
  '007 916 1234567',
]

test.each(sameNumber)('a number pasted as %s is grouped as people write it', async (text) => {
  const { field, typed } = await openPhone()
  await userEvent.click(field)
  await userEvent.paste(text)
  expect(field.value).toBe('+7 916 123-45-67')
  expect(typed()).toBe('+7 916 123-45-67')
})

test.each(['89161234567', '9161234567', '79161234567', '+79161234567'])(
  'typed as %s, likewise',
  async (keys) => {
    const { field } = await openPhone()
    await userEvent.type(field, keys)
    expect(field.value).toBe('+7 916 123-45-67')
  },
)

test('what was there before is grouped, and what a browser fills in', async () => {
  const { field, typed } = await openPhone(PhoneField, '89161234567')
  await waitFor(() => expect(field.value).toBe('+7 916 123-45-67'))
  expect(typed()).toBe('+7 916 123-45-67')
  field.value = '9035554433'
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await waitFor(() => expect(typed()).toBe('+7 903 555-44-33'))
})

test('a number from abroad is grouped as there, and its country is said', async () => {
  const { field } = await openPhone()
  await userEvent.type(field, '+375291234567')
  expect(field.value).toBe('+375 29 123-45-67')
  expect((await screen.findByText('Belarus')).getAttribute('role')).toBe('status')
  await userEvent.clear(field)
  await userEvent.type(field, '+4915123456789')
  expect(field.value).toBe('+4915123456789')
  expect(screen.queryByText('Belarus')).toBeNull()
})

test('a shop at home elsewhere takes its own numbers without their code', async () => {
  const { field } = await openPhone(phoneField({ country: 'BY' }))
  await userEvent.type(field, '80291234567')
  expect(field.value).toBe('+375 29 123-45-67')
})

test('digits are put in and taken out in the middle, over the gaps', async () => {
  const { field } = await openPhone()
  await userEvent.type(field, '9161234567')
  field.setSelectionRange(6, 6)
  await userEvent.keyboard('{Backspace}')
  expect(field.value).toBe('+7 911 234-56-7')
  await userEvent.keyboard('6')
  expect(field.value).toBe('+7 916 123-45-67')
  // After the gap: where the next digit goes.
  expect(field.selectionStart).toBe(7)
})

test('all of it can be taken out again', async () => {
  const { field } = await openPhone()
  await userEvent.type(field, '9')
  await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}')
  expect(field.value).toBe('')
})

test('a digit too many is kept: the shop says that it is wrong', async () => {
  const { field } = await openPhone()
  await userEvent.type(field, '91612345678')
  expect(field.value.replace(/\D/g, '')).toBe('791612345678')
})

test('no digit is ever lost, and a whole number means what the server reads in it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+]?[0-9 ()-]{0,18}$/), (text) => {
      const digits = text.replace(/\D/g, '')
      const whole = international(text, planOf('RU')).replace(/\D/g, '')
      expect(whole.endsWith(digits.replace(/^(00|8)/, ''))).toBe(true)
      const read = normalizePhone(text)
      if (read?.startsWith('+7') && !text.trim().startsWith('00')) expect(`+${whole}`).toBe(read)
    }),
  )
})

test('every pattern has room for the digits of E.164', () => {
  for (const digits of ['', '7', '77', '375', '49', '972']) {
    expect(patternOf(digits).replace(/\D/g, '').length).toBe(15)
  }
})
