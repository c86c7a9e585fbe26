import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { seededRandom } from '../../packages/core/src/memory.ts'

export interface MadeFeed {
  offers: number
  seed: number
  /** Of a hundred offers so many have another price and stock than the same feed with 0. */
  changed: number
}

const words = {
  thing: 'Куртка Платье Футболка Кружка Лампа Плед Рюкзак Ваза Скатерть Свитер Чайник Полка'.split(' '),
  name: 'Север Утро Берег Полдень Пригорок Роса Метель Лето Сосна Волна Искра Тишина'.split(' '),
  vendor: 'Луч Глина Мастерская Заря Лён&Хлопок Сделано Прялка Уют'.split(' '),
  size: 'XS S M L XL XXL 3XL 4XL'.split(' '),
  colour: 'синий белый зелёный чёрный красный серый жёлтый бежевый'.split(' '),
  fact: 'Материал Страна Сезон Уход Застёжка Состав Гарантия Упаковка'.split(' '),
  value: 'хлопок,Россия,зима,ручная стирка,молния,шерсть 80 %,два года,коробка,лён'.split(','),
}
const sentences = [
  'Вещь для дома, в который хочется возвращаться.',
  'Сделано небольшой мастерской, каждая вещь проходит через руки мастера.',
  'Не боится сырости &amp; пыли, легко моется тёплой водой.',
  'Цвет на снимке может немного отличаться от настоящего.',
  'Помещается в коробку 30 × 20 см, вес вместе с упаковкой не больше килограмма.',
  'Если не подойдёт, вернём деньги в течение двух недель.',
]
const categories = 500

/** Writes a YML feed as shops have them, the same for the same seed: a third are single offers, the others groups of two to eight. */
export async function writeMadeFeed(path: string, feed: MadeFeed): Promise<void> {
  const file = createWriteStream(path)
  for (const piece of pieces(feed)) if (!file.write(piece)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
}

function* pieces({ offers, seed, changed }: MadeFeed): Generator<string> {
  const random = seededRandom(seed)
  const upTo = (most: number) => Math.floor(random() * most)
  const one = (list: readonly string[]) => list[upTo(list.length)] ?? ''
  const some = (least: number, most: number, make: (index: number) => string) =>
    Array.from({ length: least + upTo(most - least + 1) }, (_, index) => make(index)).join('')
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<yml_catalog date="2026-11-20T09:15:00+03:00">\n<shop>\n'
  yield '<name>Светлый дом</name>\n<currencies><currency id="RUR" rate="1"/></currencies>\n<categories>\n'
  for (let id = 1; id <= categories; id++) {
    const parent = id > 20 ? ` parentId="${1 + (id % (id > 120 ? 100 : 20))}"` : ''
    yield `<category id="${id}"${parent}>${one(words.thing)} и ${one(words.name)} ${id}</category>\n`
  }
  yield '</categories>\n<offers>\n'
  for (let id = 1; id <= offers; ) {
    const members = Math.min(upTo(3) === 0 ? 1 : 2 + upTo(7), offers - id + 1)
    const title = `${one(words.thing)} «${one(words.name)} ${id}»`
    const vendor = one(words.vendor).replace('&', '&amp;')
    const category = 1 + upTo(categories)
    const price = 300 + upTo(20_000)
    const text = some(3, 8, () => `<p>${one(sentences)}</p>\n`)
    const facts = words.fact.slice(0, 2 + upTo(6))
    const params = facts.map((name) => `<param name="${name}">${one(words.value)}</param>\n`).join('')
    for (let member = 0; member < members; member++, id++) {
      const now = (id * 7919) % 100 < changed ? 1 : 0
      const pictures = some(
        2,
        5,
        (at) => `<picture>https://svetlyi-dom.example/p/${id}_${at}.jpeg</picture>\n`,
      )
      const choice = `<param name="Размер">${words.size[member % 8]}</param>\n<param name="Цвет">${one(words.colour)}</param>\n`
      yield `<offer id="${700_000 + id}"${members > 1 ? ` group_id="g${id - member}"` : ''} available="true">
<name>${title}${members > 1 ? `, ${words.size[member % 8]}` : ''}</name>
<url>https://svetlyi-dom.example/catalog/${id}?from=feed&amp;utm=yml</url>
<price>${price + now}</price>
<oldprice>${price + 500}</oldprice>
<currencyId>RUR</currencyId>
<categoryId>${category}</categoryId>
<vendor>${vendor}</vendor>
<vendorCode>SD-${id}</vendorCode>
${pictures}<description><![CDATA[
${text}]]></description>
<count>${upTo(90) + now}</count>
${params}${choice}<barcode>4670${700_000 + id}</barcode>
</offer>
`
    }
  }
  yield '</offers>\n</shop>\n</yml_catalog>\n'
}
