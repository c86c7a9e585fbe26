import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type VkField, verifyVkField } from '../src/server.ts'
import { flippedBit } from './flipped.ts'

const options = { secret: 'W7kVvxVxZ4', appId: 7770000 }
// The inputs are those of https://dev.vk.com/bridge/VKWebAppGetPhoneNumber.
const phone: VkField = {
  name: 'phone_number',
  value: '70000000000',
  userId: '162447',
  sign: 'gUyfgLLwkJfgL12JwKImaCFp-qen-cwUyPtZtNhS5Dc',
}
const email: VkField = {
  name: 'email',
  value: 'test@gmail.com',
  userId: '162447',
  sign: '60JsgF8qjveoEkNYqkqa2v48DsNvwc_Yt1D4r99tUs0',
}

test.each([phone, email])('believes what VK has given: $name', async (field) => {
  expect(await verifyVkField(field, options)).toEqual({ ok: true, value: field.value })
})

test('believes no word that was changed, in no part', async () => {
  for (const field of [phone, email]) {
    for (const part of ['value', 'userId', 'sign', 'name'] as const) {
      await fc.assert(
        fc.asyncProperty(flippedBit(field[part]), async (flipped) => {
          expect(await verifyVkField({ ...field, [part]: flipped }, options)).toMatchObject({ ok: false })
        }),
      )
    }
  }
  expect(await verifyVkField(phone, { ...options, appId: 7770001 })).toMatchObject({
    error: { code: 'bad-signature' },
  })
  expect(await verifyVkField(phone, { ...options, secret: 'another' })).toMatchObject({
    error: { code: 'bad-signature' },
  })
})

test('says when a part is missing', async () => {
  for (const part of ['value', 'userId', 'sign', 'name'] as const) {
    const field = { ...phone, [part]: undefined } as unknown as VkField
    expect(await verifyVkField(field, options)).toMatchObject({ error: { code: 'malformed' } })
  }
  await expect(verifyVkField(phone, { ...options, secret: '' })).rejects.toThrow(RangeError)
})
