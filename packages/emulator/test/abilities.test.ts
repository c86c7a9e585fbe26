import { shareProduct } from '@vitrina/vk/abilities'
import { expect, test } from 'vitest'
import { hostNames } from '../src/hosts/emulated-host.ts'
import { abilityTable, allAbilities, asked, openClient } from './ability-table.ts'

test.each(hostNames)('in %s an ability that is said to be there works, and no other', async (host) => {
  const { client } = openClient(host, 'nina')
  for (const [name, ability] of allAbilities) {
    const can = await client.can(ability)
    const used = await client.use(ability, asked[name] as never)
    expect([name, used.ok || used.error.code]).toEqual([name, can || 'unsupported'])
  }
})

test('the table in the documentation is what the hosts do', async () => {
  await expect(await abilityTable()).toMatchFileSnapshot('../../../docs/reference/ability-table.md')
})

test('a product is shared by its link; in Odnoklassniki by going there', async () => {
  const vk = openClient('vk-android', 'nina')
  expect(await shareProduct(vk.client, 'g:mug')).toEqual({ ok: true, value: undefined })
  expect(vk.done.join()).toContain('https://vk.ru/app7_-200001#product/g%3Amug')
  const ok = openClient('ok-web')
  expect(await shareProduct(ok.client, 'g:mug')).toEqual({ ok: true, value: undefined })
  expect(ok.done[0]).toBe('replace product/g%3Amug')
})
