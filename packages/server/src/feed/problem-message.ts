import type { FeedProblemCode, Finding } from './feed-problem.ts'

/** Texts for a person who keeps the shop, not the program: what is wrong, then what to do about it. */
interface Text {
  /** `{}` is where the feed's own value goes. */
  what: string
  todo: string
}

const texts: Record<FeedProblemCode, Text> = {
  'no-id': {
    what: 'у товара нет номера (id)',
    todo: 'Дайте каждому <offer> свой id: по нему покупатель находит товар в корзине.',
  },
  'duplicate-id': {
    what: 'номер «{}» уже был у другого товара',
    todo: 'Номера (id) не должны повторяться: взят первый товар, второй пропущен.',
  },
  'no-name': {
    what: 'у товара нет названия',
    todo: 'Заполните <name>, а для типа vendor.model — <model>.',
  },
  'no-price': { what: 'у товара нет цены', todo: 'Заполните <price>.' },
  'bad-price': {
    what: 'цена «{}» непонятна',
    todo: 'Пишите цену числом больше нуля, в рублях и копейках: 1290 или 1290.50.',
  },
  'other-currency': {
    what: 'цена в валюте «{}», а магазин торгует в другой',
    todo: 'Укажите цену в валюте магазина и её код в <currencyId>.',
  },
  'no-category': { what: 'у товара нет категории', todo: 'Заполните <categoryId>.' },
  'unknown-category': {
    what: 'категории «{}» нет в списке категорий',
    todo: 'Добавьте её в <categories> в начале файла или исправьте номер в <categoryId>.',
  },
  'unreadable-letters': {
    what: 'буквы названия не читаются: «{}»',
    todo: 'Сохраните файл в той кодировке, что названа в его первой строке, лучше всего в UTF-8.',
  },
  'broken-offer': {
    what: 'описание товара нарушает правила XML',
    todo: 'Проверьте, что все теги закрыты, а описание с тегами лежит внутри <![CDATA[ … ]]>.',
  },
  'offer-too-large': {
    what: 'товар занимает больше 1 МБ',
    todo: 'Уберите из описания картинки и лишний текст.',
  },
  'bad-old-price': {
    what: 'старая цена «{}» непонятна или ниже новой',
    todo: 'Старая цена (<oldprice>) должна быть выше цены; сейчас товар показан без скидки.',
  },
  'bad-count': {
    what: 'остаток «{}» непонятен',
    todo: 'Пишите остаток целым числом; сейчас он не ограничен.',
  },
  'bad-vat': {
    what: 'ставка НДС «{}» непонятна',
    todo: 'Пишите VAT_22, VAT_10, VAT_0 или NO_VAT; сейчас взята ставка магазина.',
  },
  'bad-picture': {
    what: 'адрес картинки «{}» не подходит',
    todo: 'Адрес начинается с https:// или это имя файла из папки pictures: kruzhka.svg.',
  },
  'bad-param': {
    what: 'характеристика «{}» пропущена',
    todo: 'У <param> должны быть и название (name), и значение.',
  },
  'same-options': {
    what: 'варианты товара «{}» не отличаются характеристиками',
    todo: 'Добавьте в каждый вариант <param>, например размер или цвет; сейчас покупатель выбирает по названию.',
  },
  'bad-category': {
    what: 'у категории «{}» нет номера или названия',
    todo: 'Дайте каждой <category> id и название.',
  },
  'duplicate-category': {
    what: 'категория с номером «{}» уже есть',
    todo: 'Номера категорий не должны повторяться: взята первая.',
  },
  'unknown-parent': {
    what: 'категория «{}» вложена в ту, которой нет',
    todo: 'Исправьте parentId; сейчас она стоит на верхнем уровне.',
  },
  'category-cycle': {
    what: 'категория «{}» вложена сама в себя',
    todo: 'Исправьте parentId; сейчас она стоит на верхнем уровне.',
  },
  'not-a-feed': {
    what: 'это не файл YML',
    todo: 'Проверьте, что указан тот файл: он начинается с <yml_catalog>.',
  },
  'no-offers': {
    what: 'в файле нет ни одного товара, который можно продавать',
    todo: 'Проверьте, что выгрузка из вашей программы прошла до конца. Товары в магазине не изменились.',
  },
  'broken-xml': {
    what: 'файл нарушает правила XML ({})',
    todo: 'Выгрузите файл заново или покажите это место тому, кто его готовит.',
  },
  'cut-off': { what: 'файл обрывается', todo: 'Выгрузите или скачайте его заново, целиком.' },
  'entity-declared': {
    what: 'в файле объявлены свои сущности (<!ENTITY>)',
    todo: 'Такие файлы опасны и не принимаются. Уберите объявления.',
  },
  'too-deep': { what: 'слишком много тегов внутри друг друга', todo: 'Выгрузите файл заново.' },
  'too-many-attributes': { what: 'слишком много атрибутов у одного тега', todo: 'Выгрузите файл заново.' },
  'too-large': { what: 'файл или его часть слишком велики', todo: 'Разделите выгрузку или уберите лишнее.' },
  'unknown-encoding': {
    what: 'кодировка «{}» неизвестна',
    todo: 'Сохраните файл в UTF-8 и напишите encoding="UTF-8" в первой строке.',
  },
  'unknown-archive': {
    what: 'файл упакован в ZIP или BZ2',
    todo: 'Распакуйте его: подходят .xml, .yml и .gz.',
  },
  'broken-archive': { what: 'архив повреждён', todo: 'Скачайте или упакуйте его заново.' },
  unreadable: { what: 'файл не удалось прочитать ({})', todo: 'Проверьте, что он есть и открывается.' },
}

export function problemMessage({ code, value = '' }: Finding): string {
  return texts[code].what.replace('{}', () => value)
}

/** What to do about it: a sentence in Russian. */
export function problemAdvice(code: FeedProblemCode): string {
  return texts[code].todo
}
