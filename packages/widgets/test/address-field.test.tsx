import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import {
  type AddressSuggestion,
  type AddressSuggestions,
  fail,
  type MerchantFailure,
  ok,
} from '@vitrina/core'
import { memoryAddresses } from '@vitrina/core/memory'
import { expect, test } from 'vitest'
// Compiled before the first test, as the page's own pieces are.
import '../src/address/suggest-addresses.ts'
import { type AddressWords, addressField } from '../src/address-field.ts'
import { ShopPage } from '../src/index.ts'
import { fill, openShop } from './open-shop.ts'

async function openAddress(addresses: AddressSuggestions, words?: AddressWords) {
  const { shop } = await openShop()
  await fill(shop)
  const AddressField = addressField(addresses, words ? { words } : {})
  render(<ShopPage shop={shop} route={{ name: 'checkout' }} components={{ AddressField }} />)
  await userEvent.click(await screen.findByRole('radio', { name: /Courier/ }))
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Address' })
  const typed = () => {
    const state = shop.checkout.getState()
    return state.step === 'filling' && state.draft.delivery?.kind === 'courier'
      ? state.draft.delivery.address
      : undefined
  }
  return { shop, field, typed }
}

const mira3 = 'г Пермь, ул Мира, д 3'

test('suggests addresses for what is typed, says how many, and takes one by the keyboard', async () => {
  const { field, typed } = await openAddress(memoryAddresses())
  expect(field.getAttribute('aria-expanded')).toBe('false')
  await userEvent.type(field, 'пермь мира')
  expect((await screen.findAllByRole('option')).length).toBe(5)
  expect(field.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('listbox', { name: 'Suggested addresses' }).id).toBe(
    field.getAttribute('aria-controls'),
  )
  expect(screen.getByText('5 suggestions').getAttribute('role')).toBe('status')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  const meant = screen.getByRole('option', { selected: true })
  expect(meant.textContent).toBe(mira3)
  expect(field.getAttribute('aria-activedescendant')).toBe(meant.id)
  await userEvent.keyboard('{Enter}')
  expect(typed()).toBe(mira3)
  expect(screen.queryByRole('option')).toBeNull()
  expect(field.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(field)
})

test('takes one by a tap, and lets one go on typing', async () => {
  const { field, typed } = await openAddress(memoryAddresses())
  await userEvent.type(field, 'мира 3')
  await userEvent.click(await screen.findByRole('option', { name: mira3 }))
  expect(document.activeElement).toBe(field)
  await userEvent.type(field, ', кв. 7')
  expect(typed()).toBe(`${mira3}, кв. 7`)
})

test('goes on to the houses of a street', async () => {
  const asked: string[] = []
  const street: AddressSuggestion = {
    value: 'г Пермь, ул Мира',
    unrestrictedValue: '614000, г Пермь, ул Мира',
    parts: { street: 'ул Мира' },
  }
  const { field } = await openAddress({
    async suggest(typed) {
      asked.push(typed)
      return ok(asked.length === 1 ? [street] : [{ ...street, value: mira3, parts: { house: '3' } }])
    },
  })
  await userEvent.type(field, 'мира')
  await userEvent.click(await screen.findByRole('option'))
  expect(await screen.findByRole('option', { name: mira3 })).toBeTruthy()
  expect(asked).toEqual(['мира', 'г Пермь, ул Мира '])
})

test('Esc closes the list, and Enter without a choice is the form’s', async () => {
  const { field, shop } = await openAddress(memoryAddresses())
  await userEvent.type(field, 'мира')
  await screen.findAllByRole('option')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(field.value).toBe('мира')
  await userEvent.keyboard('{Enter}')
  expect(shop.checkout.getState()).toMatchObject({
    step: 'filling',
    problems: [{ field: 'name' }, {}, {}, {}],
  })
})

test('asks once for quick typing, and an answer that nobody waits for is not shown', async () => {
  const asked: { typed: string; signal: AbortSignal; answer: (found: AddressSuggestion[]) => void }[] = []
  const { field } = await openAddress({
    suggest: (typed, options) =>
      new Promise((resolve) => {
        asked.push({ typed, signal: options?.signal as AbortSignal, answer: (found) => resolve(ok(found)) })
      }),
  })
  await userEvent.type(field, 'мира')
  await waitFor(() => expect(asked.map(({ typed }) => typed)).toEqual(['мира']))
  await userEvent.type(field, ' 3')
  expect(asked[0]?.signal.aborted).toBe(true)
  asked[0]?.answer([{ value: 'old', unrestrictedValue: 'old', parts: {} }])
  await waitFor(() => expect(asked.length).toBe(2))
  expect(screen.queryByRole('option')).toBeNull()
  asked[1]?.answer([{ value: 'new', unrestrictedValue: 'new', parts: {} }])
  expect(await screen.findByRole('option', { name: 'new' })).toBeTruthy()
})

test('goes on as a plain field when nothing can be asked, and asks no more where nobody knows', async () => {
  const failures: MerchantFailure[] = [{ code: 'offline' }, { code: 'not-found' }]
  let asked = 0
  const { field, typed } = await openAddress({
    async suggest() {
      asked += 1
      return fail(failures[asked - 1] ?? { code: 'unavailable' })
    },
  })
  for (const [count, text] of ['мира', ' 3', ', кв. 7', ', код 8'].entries()) {
    await userEvent.type(field, text)
    await waitFor(() => expect(asked).toBe(Math.min(count + 1, 2)))
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(asked).toBe(2)
  expect(typed()).toBe('мира 3, кв. 7, код 8')
  expect(screen.queryByRole('alert', { name: /./ })).toBeNull()
})

test('speaks another language in the words that it is given', async () => {
  const words = { suggestions: 'Adresses', found: (count: number) => `${count} adresses` }
  const { field } = await openAddress(memoryAddresses(), words)
  await userEvent.type(field, 'мира')
  expect(await screen.findByText('5 adresses')).toBeTruthy()
  expect(screen.getByRole('listbox', { name: 'Adresses' })).toBeTruthy()
})
