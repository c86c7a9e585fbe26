import type { Scene } from './draw-scene.ts'

/** Somebody who writes; all of them are invented. */
export interface Author {
  name: string
  /** The colour of the avatar, 0 to 359. */
  hue: number
  community?: boolean
}

export interface Post {
  author: Author
  /** How long ago. */
  hours: number
  text: string[]
  likes: number
  scene?: Scene
  /** Ids of products in the shop; those that a feed's `group_id` made begin with `g:`. */
  products?: string[]
}

const lavka: Author = { name: 'Лавка у моря', hue: 28, community: true }
const marina: Author = { name: 'Марина Тёплая', hue: 340 }
const gleb: Author = { name: 'Глеб Ветров', hue: 205 }
const tea: Author = { name: 'Чай по средам', hue: 145, community: true }
const sonya: Author = { name: 'Соня Ключ', hue: 268 }
const yard: Author = { name: 'Наш двор', hue: 95, community: true }
const artem: Author = { name: 'Артём Лодочкин', hue: 185 }
const desk: Author = { name: 'Бумага и карандаш', hue: 230, community: true }
const lida: Author = { name: 'Лида Соловьёва', hue: 12 }
const home: Author = { name: 'Дом без спешки', hue: 48, community: true }

export const posts: Post[] = [
  {
    author: lavka,
    hours: 1,
    likes: 214,
    text: [
      'Открыли печь сегодня утром: новая партия кружек вышла ровной, с мягким матовым краем.',
      'Три цвета, и каждая чуть-чуть другая. Держат тепло долго, в посудомойку можно.',
    ],
    products: ['g:mug', 'teapot'],
  },
  {
    author: gleb,
    hours: 2,
    likes: 87,
    scene: 'hills',
    text: ['Дошли до перевала за пять часов. Наверху ветер, чай из термоса и ни одной палатки вокруг.'],
  },
  {
    author: marina,
    hours: 3,
    likes: 46,
    text: ['Кто уже доставал пледы? У меня сегодня официально началась осень.'],
    products: ['g:blanket'],
  },
  {
    author: yard,
    hours: 4,
    likes: 132,
    text: [
      'Субботник в эту субботу в десять, у детской площадки. Перчатки и мешки есть, нужны руки и хорошее настроение.',
      'После работы — чай и пироги от второго подъезда.',
    ],
  },
  {
    author: tea,
    hours: 5,
    likes: 98,
    text: ['В среду пробуем травяные сборы. Начнём с того, что пахнет летним лугом, и закончим мёдом.'],
    products: ['tea', 'g:honey', 'jam'],
  },
  {
    author: sonya,
    hours: 6,
    likes: 301,
    scene: 'window',
    text: ['Наконец-то переставила стол к окну. Работать невозможно: всё время смотрю на улицу.'],
  },
  {
    author: desk,
    hours: 7,
    likes: 75,
    text: [
      'Вопрос к тем, кто ведёт записи от руки: клетка, линейка или точки? Мы в редакции спорим второй час.',
    ],
    products: ['g:notebook', 'pencils'],
  },
  {
    author: artem,
    hours: 8,
    likes: 59,
    scene: 'sea',
    text: ['Последний выход под парусом в этом году. Вода уже холодная, зато чаек больше, чем людей.'],
  },
  {
    author: home,
    hours: 9,
    likes: 167,
    text: [
      'Маленькая хитрость для тёмных вечеров: не одна яркая люстра, а три тёплых огонька на разной высоте.',
      'Лампа на полке, свеча на столе, гирлянда у окна. Комната сразу становится тише.',
    ],
    products: ['lamp', 'g:candle'],
  },
  {
    author: lida,
    hours: 10,
    likes: 23,
    text: ['Ищу, с кем меняться рассадой весной. Есть базилик трёх видов и упрямый розмарин.'],
  },
  {
    author: yard,
    hours: 11,
    likes: 88,
    text: ['Нашёлся рыжий кот с третьего этажа! Сидел у соседей и делал вид, что живёт там всегда.'],
  },
  {
    author: lavka,
    hours: 12,
    likes: 143,
    text: ['Хлопок плотный, крой свободный, швы не перекручиваются после стирки. Проверили на себе за лето.'],
    products: ['g:tshirt', 'g:tote'],
  },
  {
    author: marina,
    hours: 13,
    likes: 64,
    scene: 'table',
    text: ['Испекла шарлотку по бабушкиной тетради. Яблок в рецепте «сколько не жалко», и я не пожалела.'],
  },
  {
    author: gleb,
    hours: 15,
    likes: 41,
    text: [
      'Выбираю спальник на зиму. Пух красивый, но сушить его в походе — отдельное приключение. Что советуете?',
    ],
  },
  {
    author: sonya,
    hours: 16,
    likes: 190,
    text: [
      'Повесила плакат над столом, и стена перестала быть пустой. Иногда дому не хватает одной бумажки.',
    ],
    products: ['g:poster', 'clock'],
  },
  {
    author: tea,
    hours: 18,
    likes: 52,
    text: ['Напоминаем: кипяток убивает зелёный чай. Дайте воде постоять пять минут, и горечь уйдёт.'],
  },
  {
    author: artem,
    hours: 20,
    likes: 77,
    scene: 'city',
    text: ['Город в семь утра, когда ещё никто не опаздывает. Лучшее время для прогулки до работы.'],
  },
  {
    author: home,
    hours: 22,
    likes: 120,
    text: ['Кухонная полка после уборки: осталось только то, чем пользуемся каждую неделю. Дышится легче.'],
    products: ['g:plate', 'bowl', 'vase'],
  },
  {
    author: desk,
    hours: 23,
    likes: 66,
    text: ['Рисовали сегодня листья: контур одной линией, не отрывая руки. Попробуйте, это успокаивает.'],
  },
  {
    author: lida,
    hours: 25,
    likes: 94,
    text: ['Пересадила всё, что просилось с лета. Фикус сказал спасибо и сразу выпустил лист.'],
    products: ['g:pot'],
  },
  {
    author: yard,
    hours: 27,
    likes: 205,
    scene: 'forest',
    text: ['Администрация подтвердила: аллею вырубать не будут. Спасибо всем, кто писал письма.'],
  },
  {
    author: marina,
    hours: 29,
    likes: 38,
    text: ['Мыло с глиной неожиданно пережило всю мою сложную уходовую полку. Беру второе.'],
    products: ['g:soap', 'cream'],
  },
  {
    author: gleb,
    hours: 31,
    likes: 56,
    text: ['Собрал аптечку для похода заново. Половина таблеток была старше моих ботинок.'],
  },
  {
    author: lavka,
    hours: 33,
    likes: 177,
    text: ['Толстовки вернулись. Внутри мягкий начёс, капюшон держит форму, карман — для рук и телефона.'],
    products: ['g:hoodie', 'beanie', 'g:socks'],
  },
  {
    author: sonya,
    hours: 36,
    likes: 83,
    text: ['Кто-нибудь ещё читает по две книги сразу? Одна на вечер, вторая на дорогу, и героев уже путаю.'],
  },
  {
    author: home,
    hours: 40,
    likes: 109,
    text: ['Подарок ребёнку, с которым потом играют взрослые: лис, кубики и тихий вечер на ковре.'],
    products: ['fox', 'blocks'],
  },
  {
    author: artem,
    hours: 44,
    likes: 35,
    text: ['Починил велосипед сам. Осталась одна лишняя деталь, но едет же.'],
  },
  {
    author: tea,
    hours: 47,
    likes: 71,
    text: ['К чаю сегодня спорим о шоколаде: горький или с солью? Голосуйте в комментариях на встрече.'],
    products: ['chocolate', 'cards'],
  },
  {
    author: lida,
    hours: 52,
    likes: 44,
    scene: 'hills',
    text: ['Первый иней на грядках. Красиво и немного грустно, зато морковь будет слаще.'],
  },
  {
    author: desk,
    hours: 58,
    likes: 62,
    text: ['Итоги недели: семь страниц, одна клякса, два новых пера. Хорошая неделя.'],
  },
]
