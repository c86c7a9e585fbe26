import { money, type Product, type Seller, type Variant } from '@vitrina/core'

const north: Seller = {
  id: 'north',
  name: 'Северный лён',
  legal: 'ООО «Север», ОГРН 1027700132195, Архангельск, Новгородский пр., 1',
  terms: {
    returns: 'Вернуть вещь можно в течение 14 дней.\n\nДорогу назад оплачиваем мы, если вещь с браком.',
    offer: 'https://north.example/offer',
    privacy: 'https://north.example/privacy',
  },
}
const sizes = ['XS', 'S', 'M', 'L', 'XL', 'XXL']
const colours = ['белый', 'синий', 'серый', 'цвет морской волны с перламутровым отливом']

/** Forty shirts of two sellers, for whom there is something to choose from. */
export const market: Product[] = Array.from({ length: 40 }, (_, index) => {
  const own = sizes.slice(index % 3, 3 + (index % 4))
  const colour = colours[index % colours.length] ?? ''
  return {
    id: `shirt-${index}`,
    title: `Рубашка ${index + 1}`,
    description: 'Мягкая с первого дня.',
    categoryId: index % 5 === 0 ? 'Праздничные' : 'Повседневные',
    ...(index % 2 === 1 && { seller: north }),
    pictures: [],
    options: [
      { name: 'Размер', values: own },
      { name: 'Цвет', values: [colour] },
    ],
    variants: own.map(
      (size): Variant => ({
        id: `shirt-${index}-${size}`,
        sku: `${index}-${size}`,
        price: money(100_000 + ((index * 7) % 40) * 10_000, 'RUB'),
        availability: index % 10 === 9 ? 'sold-out' : 'in-stock',
        options: { Размер: size, Цвет: colour },
      }),
    ),
    attributes: [],
  }
})
