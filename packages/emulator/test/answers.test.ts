import type { ReceiveDataMap, RequestPropsMap } from '@vkontakte/vk-bridge'
import { expect, test } from 'vitest'
import { methodTable } from '../src/network/method-table.ts'
import type { Refusal } from '../src/network/refusal.ts'
import { everyCall } from './every-call.ts'

type Table = typeof methodTable

/** The signed launch comes as a query: what is in it is known when it runs, and tested there. */
type Typed = Exclude<keyof Table, 'VKWebAppGetLaunchParams'>

type Answers = { [Name in Typed]: Exclude<Awaited<ReturnType<Table[Name]['run']>>, Refusal> }

/** Does not compile when an answer is not what the bridge promises to apps. */
const asTheBridgeTypesThem = (answers: Answers): Pick<ReceiveDataMap, Typed> => answers

/** Does not compile when the table has a method that the bridge does not know. */
const asTheBridgeNamesThem = (name: keyof Table): keyof RequestPropsMap => name

test('every method has a call to try it with, and a name that the bridge knows', () => {
  const names = Object.keys(methodTable) as (keyof Table)[]
  expect(Object.keys(everyCall).sort()).toEqual(names.map(asTheBridgeNamesThem).sort())
  const info = { is_feature_supported: true, is_added_to_home_screen: false }
  const answers = { VKWebAppAddToHomeScreenInfo: info } as Answers
  expect(asTheBridgeTypesThem(answers).VKWebAppAddToHomeScreenInfo).toBe(info)
})
