import { expect, test } from 'vitest'
import { formatReport } from '../../src/feed/index.ts'
import { feedOf, imported, offerOf } from './recording-sink.ts'

test('tells the merchant what was taken and what to do', async () => {
  const offers = Array.from({ length: 7 }, (_, index) => offerOf({ id: `o${index}`, price: 'дорого' }))
  const { report } = await imported(feedOf(offerOf(), ...offers))
  expect(formatReport(report).split('\n')).toEqual([
    'Взято предложений: 1 из 8',
    'В магазине: товаров 1, вариантов 1, категорий 2',
    'Пропущено предложений: 7',
    '',
    'Пишите цену числом больше нуля, в рублях и копейках: 1290 или 1290.50. (7)',
    '  строка 6, товар o0: цена «дорого» непонятна',
    '  строка 7, товар o1: цена «дорого» непонятна',
    '  строка 8, товар o2: цена «дорого» непонятна',
    '  строка 9, товар o3: цена «дорого» непонятна',
    '  строка 10, товар o4: цена «дорого» непонятна',
    '  …и ещё 2',
  ])
})

test('says where a broken feed stopped', async () => {
  const feed = feedOf(offerOf(), offerOf({ id: 'b' }))
  const { report } = await imported(feed.slice(0, feed.indexOf('id="b"')))
  expect(formatReport(report)).toContain('Чтение остановлено на строке 6: файл обрывается.')
})

test('says that all is well when it is', async () => {
  expect(formatReport((await imported(feedOf(offerOf()))).report)).toContain('Замечаний нет.')
})
